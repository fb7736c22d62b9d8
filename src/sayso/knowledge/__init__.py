"""What sayso knows beforehand, as files that an analyst can edit."""
