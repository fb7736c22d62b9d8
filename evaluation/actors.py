"""Actor phrases coded one by one: the dictionary and the rules, without a parser.

The records of PLOVER's gold standard code the United Nations and the European Union as IGO, as CAMEO did; UNO and EUR
are written so here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sayso.knowledge.actors.dictionary import dictionary
from sayso.knowledge.language import language
from sayso.reading.grounding.coding import code_phrase

CAMEO = {"UNO": "IGO", "EUR": "IGO"}
FORMS = ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y")


def predict_actors(phrases: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each phrase its country and sector."""
    known = dictionary(language("en"))
    for phrase in phrases:
        coded = code_phrase(phrase["actor"], known, day=_day(phrase.get("date")), context=phrase.get("context") or "")
        country = CAMEO.get(coded.country or "", coded.country)
        yield {"id": phrase["id"], "country": country, "sector": coded.sector, "why": coded.why}


def _day(written: str | None) -> str | None:
    """A day in ISO form, from the forms that the data have."""
    for form in FORMS if written else ():
        try:
            return datetime.strptime(str(written), form).date().isoformat()
        except ValueError:
            continue
    return None
