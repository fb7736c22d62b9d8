"""Which places a text names, and where in the world they are."""
