"""Who the sources are."""
