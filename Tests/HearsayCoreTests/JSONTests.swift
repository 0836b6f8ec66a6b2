import HearsayCore
import Testing

@Suite struct `JSON texts` {
    @Test(arguments: [
        #"{"a":1,"b":[true,false,null],"c":"x"}"#, #"[]"#, #"{}"#, #""""#, #"-12"#, #"1.5"#, #"{"a":{"b":{"c":[[[1]]]}}}"#,
        #""é “quoted” 😀""#, #""tab\t line\n quote\" back\\ nul\u0000""#,
    ]) func `is written as it was read`(text: String) throws {
        #expect(try JSON(reading: text.utf8).line == text)
    }

    @Test(arguments: [
        (#" [ 1 , 2 ] "#, "[1,2]"), (#""\u00e9\ud83d\ude00""#, #""é😀""#), (#""\ud83d""#, "\"\u{FFFD}\""),
        (#""\ud83dx\u0041""#, "\"\u{FFFD}xA\""), (#""\/\b\f""#, #""/\u0008\u000c""#), ("1e3", "1000.0"), ("NaN", "null"),
    ]) func `other spellings give the same value`(text: String, line: String) throws {
        #expect(try JSON(reading: text.utf8).line == line)
    }

    @Test(arguments: [
        ("", "the text ends too early at byte 0"), ("{", "a key in quotes is missing at byte 1"),
        ("[1 2]", "a comma or ] is missing at byte 3"), (#"{"a" 1}"#, "a colon is missing at byte 5"),
        (#""abc"#, "a string does not end at byte 4"), ("tru", "no value begins here at byte 0"),
        ("1 2", "more than one value at byte 2"), (#""\x""#, "an unknown escape at byte 1"), ("1-2", "not a number at byte 0"),
        (#""\u12g4""#, "four hexadecimal digits are missing at byte 3"),
    ]) func `a fault says what and where`(text: String, fault: String) {
        let error = #expect(throws: JSON.Fault.self) { try JSON(reading: text.utf8) }
        #expect(error?.description == fault)
    }

    @Test func `nesting has a limit, so that no text overflows the stack`() {
        let error = #expect(throws: JSON.Fault.self) { try JSON(reading: String(repeating: "[", count: 1_000_000).utf8) }
        #expect(error?.message == "nested too deeply")
    }

    @Test func `cut anywhere it throws and never traps`() throws {
        let bytes = Array(#"{"id":"a\u00e9\ud83d\ude00","n":[1,-2.5e3,null,true],"t":"x\n\"y\""}"#.utf8)
        for end in 0..<bytes.count { #expect(throws: JSON.Fault.self) { try JSON(reading: bytes[..<end]) } }
        _ = try JSON(reading: bytes)
    }

    @Test func `a key that is null is as good as none`() throws {
        let json = try JSON(reading: #"{"a":null,"b":2}"#.utf8)
        #expect(json["a"] == nil && json["c"] == nil && json["b"] == .int(2))
    }
}
