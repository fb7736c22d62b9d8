"""`sayso schema`: the contract of a reading as JSON Schema."""

from __future__ import annotations

import json

import click

from sayso.schema.wire import json_schema


@click.command("schema")
def command() -> None:
    """Print the JSON Schema that every reading is held to."""
    click.echo(json.dumps(json_schema(), indent=1, ensure_ascii=False))
