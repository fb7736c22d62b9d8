"""Claims: what each voice of a reading asserts."""
