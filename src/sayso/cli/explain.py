"""`sayso explain`: what a word that sayso prints means."""

from __future__ import annotations

import difflib

import click

from sayso.knowledge.language import language


@click.command("explain")
@click.argument("term", required=False)
def command(term: str | None) -> None:
    """Explain TERM, a word that sayso prints ("cue", "mixed", "alleges"); without TERM, list all of them."""
    glossary = language("en").glossary
    if term is None:
        for name, (kind, _) in sorted(glossary.items(), key=lambda item: (item[1][0], item[0])):
            click.echo(f"{name:22} {kind}")
        return
    wanted = term.strip().lower()
    if wanted not in glossary:
        near = difflib.get_close_matches(wanted, glossary, n=3)
        hint = f" Did you mean: {', '.join(near)}?" if near else " `sayso explain` lists all words."
        raise click.ClickException(f"sayso prints no {term!r}.{hint}")
    kind, meaning = glossary[wanted]
    click.echo(f"{wanted} ({kind})\n  {meaning}")
