"""How many, how much, how long."""
