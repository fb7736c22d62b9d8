"""From files and standard input to documents."""
