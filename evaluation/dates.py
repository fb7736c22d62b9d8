"""Times as TempEval-3 has them: spans with type and TIMEX3 value."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sayso.knowledge.language import language
from sayso.reading.parse import Parser
from sayso.reading.times.find import find_times


def predict_dates(articles: Iterator[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """For each article its id and its times; of the article only text and ``dct`` are looked at, the text as given."""
    english = language("en")
    parser = Parser(english)
    for article in articles:
        found = find_times(parser(article["text"]), article.get("dct"), english)
        timexes = [{"start": t.span.start, "end": t.span.end, "type": t.type, "value": t.value} for t in found]
        yield {"id": article["id"], "timexes": timexes}
