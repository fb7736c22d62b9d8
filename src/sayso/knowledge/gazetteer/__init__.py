"""The gazetteer: places of the world with their names, compiled into one file that needs no network."""
