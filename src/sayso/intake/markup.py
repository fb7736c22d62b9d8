"""The text of a piece of HTML that is all article: an entry of a feed, a part of a message, the body of a news item."""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = re.compile(
    "address|article|aside|blockquote|br|d[dlt]|div|fig(?:caption|ure)|footer|h[1-6]|header|hr|li|main|nav|[ou]l|p|pre|"
    "section|t(?:able|[dhr])"
)
"""Elements that stand on lines of their own."""
HIDDEN = frozenset({"script", "style", "head", "template", "noscript"})
SPACES = re.compile(r"\s+")
TAG = re.compile(r"<[a-zA-Z/!]")


def to_text(markup: str) -> str:
    """The words of a piece of HTML, one paragraph a line; text without tags comes back with its entities resolved.

    >>> to_text("<p>No,<br>she <b>said</b>.</p><script>x</script>&amp; left")
    'No,\\nshe said.\\n& left'
    """
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (SPACES.sub(" ", line).strip() for line in "".join(parser.pieces).split("\0"))
    return "\n".join(line for line in lines if line)


def is_markup(text: str) -> bool:
    """Whether there is a tag in a text."""
    return TAG.search(text) is not None


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in HIDDEN and not self.hidden:
            self.hidden = tag
        if BLOCKS.fullmatch(tag):
            self.pieces.append("\0")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if BLOCKS.fullmatch(tag):
            self.pieces.append("\0")

    def handle_endtag(self, tag: str) -> None:
        if tag == self.hidden:
            self.hidden = ""
        if BLOCKS.fullmatch(tag):
            self.pieces.append("\0")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data.replace("\0", ""))
