"""The nouns: frozen values that every room exchanges."""
