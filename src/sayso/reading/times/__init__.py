"""When: expressions of time and what they stand for, tied to anchors."""
