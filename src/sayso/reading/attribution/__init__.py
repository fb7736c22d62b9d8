"""Who says what: sources, cues, contents, and how they nest."""
