"""What is said to have happened: events, who did what to whom."""
