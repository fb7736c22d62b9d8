"""Values as cells of a table that a spreadsheet may open."""

from __future__ import annotations

import csv
import io

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
"""Beginnings of a cell that a spreadsheet would run as a formula."""


def cell(value: object) -> object:
    """A cell as CSV holds it; one that a spreadsheet would run gets an apostrophe before it.

    >>> cell("=1+1"), cell(-3.5), cell(["a", [4, 7]])
    ("'=1+1", -3.5, 'a; 4-7')
    """
    if isinstance(value, list | tuple):
        return cell("; ".join(v if isinstance(v, str) else f"{v[0]}-{v[1]}" for v in value))
    if isinstance(value, str) and value.startswith(FORMULA):
        return "'" + value
    return value


def csv_line(values: list[object]) -> str:
    """One row of CSV, with its line end."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(values)
    return line.getvalue()


def tsv_line(values: list[object]) -> str:
    """One row of a table parted by tabs without quoting: tabs and line ends within a value become spaces."""
    return "\t".join("" if v is None else str(one_line(v)) for v in values) + "\n"


def one_line(value: object) -> object:
    """A text with every run of spaces, tabs and line ends as one space, and none at its edges.

    >>> one_line(" =1 \u2028 +1 ")
    '=1 +1'
    """
    return " ".join(value.split()) if isinstance(value, str) else value
