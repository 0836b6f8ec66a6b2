// Filled in by the first files of this target.
