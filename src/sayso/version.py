"""The version of sayso, alone in its file so that every room may know it."""

__version__ = "0.1.0"
