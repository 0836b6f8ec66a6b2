import Testing

@Test func `the target's tests run`() {}
