"""What must hold of quantities whatever the text and however odd its parse."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from sayso.knowledge.language import language
from sayso.knowledge.quantities import quantity_words
from sayso.reading.drafts import EventDraft
from sayso.reading.quantities.find import find_quantities
from sayso.schema.event import KINDS
from tests.hand import parse

WORDS = (
    "12", "3", "1,200", "2016", "two", "seven", "hundred", "million", "dozens", "several", "a", "an", "and", "to", "-",
    "between", "at", "least", "up", "more", "than", "or", "of", "from", "in", "$", "€", "per", "cent", "hour", "km",
    "half", "third", "people", "soldiers", "tanks", "villages", "killed", "dead", "toll", "the", "all", "said", "ago",
)  # fmt: skip
TAGS = ("CD", "NN", "NNS", "NNP", "JJ", "IN", "VBD", "VBN", "DT", "CC", "RB", "HYPH", "$")
DEPS = (
    "nummod", "compound", "quantmod", "amod", "nsubj", "nsubjpass", "dobj", "pobj", "prep", "conj", "appos", "advmod",
    "relcl", "acl", "advcl", "xcomp", "oprd", "attr", "det", "cc", "auxpass", "punct",
)  # fmt: skip


@st.composite
def trees(draw: st.DrawFn) -> str:
    """A text with any tree: each word hangs on one drawn before it in some order, so there is no circle."""
    size = draw(st.integers(2, 14))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]} | {order[n]: order[draw(st.integers(0, n - 1))] for n in range(1, size)}
    rows = []
    for token in range(size):
        word, tag, dep = (draw(st.sampled_from(options)) for options in (WORDS, TAGS, DEPS))
        rows.append(f"{word} {tag} {dep} {heads[token]}")
    return "\n".join(rows)


@given(trees(), st.sets(st.integers(0, 13)))
def test_quantities_are_ranges_of_words_of_the_text(rows: str, triggers: set[int]) -> None:
    english, parsed = language("en"), parse(rows)
    events = [EventDraft(trigger=(t,), head=t, type="ASSAULT") for t in sorted(triggers) if t < len(parsed)]
    found = find_quantities(parsed, events, quantity_words(english), english)
    for quantity in found:
        assert list(quantity.tokens) == list(range(quantity.tokens[0], quantity.tokens[-1] + 1))
        assert 0 <= quantity.tokens[0] <= quantity.tokens[-1] < len(parsed)
        assert quantity.low is not None or quantity.high is not None
        assert quantity.low is None or quantity.high is None or quantity.low <= quantity.high
        assert quantity.kind in KINDS
        assert quantity.event is None or quantity.event in events
    assert all(a.tokens[-1] < b.tokens[0] for a, b in pairwise(found))
    assert found == find_quantities(parsed, events, quantity_words(english), english)
