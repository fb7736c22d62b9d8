"""Measures sayso on annotated data, with the very code that reads documents."""
