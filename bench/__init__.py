"""Speed, memory and start-up, measured as the project keeps measuring them."""
