"""XML that is written from elements in memory."""

from __future__ import annotations

import re
from typing import BinaryIO
from xml.etree import ElementTree

FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 cannot hold, however they are written."""


def legal(text: object) -> str:
    """Text that XML can hold; what it cannot becomes the replacement character."""
    return FORBIDDEN.sub("\ufffd", str(text))


def child(parent: ElementTree.Element, tag: str, text: object = None, **attributes: object) -> ElementTree.Element:
    """A new element in another, with its text; attributes without a value are left out."""
    given = {name.rstrip("_"): legal(value) for name, value in attributes.items() if value is not None}
    element = ElementTree.SubElement(parent, tag, given)
    element.text = None if text is None else legal(text)
    return element


def write_xml(root: ElementTree.Element, out: BinaryIO) -> None:
    """Writes a document, indented."""
    ElementTree.indent(root, " ")
    out.write(b'<?xml version="1.0" encoding="UTF-8"?>\n')
    ElementTree.ElementTree(root).write(out, encoding="utf-8")
    out.write(b"\n")
