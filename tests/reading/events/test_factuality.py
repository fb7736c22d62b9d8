"""Polarity and modality: what is said to have happened, told apart."""

from __future__ import annotations

import pytest

from sayso.knowledge.factuality import modifiers
from sayso.knowledge.language import Language
from sayso.reading.events.factuality import Factuality
from sayso.reading.events.frames import Grammar
from sayso.reading.parse import Parser

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def parser(language: Language) -> Parser:
    return Parser(language)


def judged(parser: Parser, language: Language, text: str, word: str) -> tuple[str, str]:
    parsed = parser(text)
    token = parsed.words.index(word)
    frame = Grammar(parsed, language).frame(token)
    polarity, modality, _ = Factuality(parsed, modifiers(language), language).judge(frame)
    return polarity, modality


@pytest.mark.parametrize(
    ("text", "word", "polarity", "modality"),
    [
        ("The army shelled the town.", "shelled", "affirmed", "actual"),
        ("The army did not shell the town.", "shell", "negated", "actual"),
        ("The army never shelled the town.", "shelled", "negated", "actual"),
        ("Not one prisoner was freed.", "freed", "negated", "actual"),
        ("No prisoners were freed.", "freed", "negated", "actual"),
        ("They neither freed nor charged him.", "charged", "negated", "actual"),
        ("The army will shell the town.", "shell", "affirmed", "planned"),
        ("The ministers are to meet in May.", "meet", "affirmed", "planned"),
        ("The army may shell the town.", "shell", "affirmed", "possible"),
        ("The general said he would resign.", "resign", "affirmed", "planned"),
        ("The ministry would not free them.", "free", "negated", "actual"),
        ("The union will strike unless wages rise.", "strike", "affirmed", "conditional"),
        ("If the army attacks the town, they will leave.", "attacks", "affirmed", "conditional"),
        ("Varland refused to free the sailors.", "free", "negated", "actual"),
        ("Varland agreed to free the sailors.", "free", "affirmed", "planned"),
        ("Varland did not agree to free the sailors.", "free", "negated", "planned"),
        ("The bishop urged Varland to free them.", "free", "affirmed", "demanded"),
        ("Varland must free the sailors.", "free", "affirmed", "demanded"),
        ("The rebels stopped shelling the town.", "shelling", "affirmed", "ended"),
        ("The rebels will stop shelling the town.", "shelling", "affirmed", "actual"),
        ("The rebels did not stop shelling the town.", "shelling", "affirmed", "actual"),
        ("The union called off the strike.", "strike", "affirmed", "ended"),
        ("Kestoria cancelled the visit.", "visit", "negated", "planned"),
        ("The army no longer shells the town.", "shells", "affirmed", "ended"),
        ("Kestoria denied that it had shelled the town.", "shelled", "affirmed", "actual"),
        ("They have not spoken since the shelling of the town.", "shelling", "affirmed", "actual"),
        ("The rebels who shelled the town will leave.", "shelled", "affirmed", "actual"),
        ("They marched to protest against the law.", "protest", "affirmed", "actual"),
    ],
)
def test_what_is_said_to_have_happened(
    parser: Parser, language: Language, text: str, word: str, polarity: str, modality: str
) -> None:
    assert judged(parser, language, text, word) == (polarity, modality)


def test_a_modifier_shows_its_words(parser: Parser, language: Language) -> None:
    parsed = parser("Varland refused to free the sailors.")
    frame = Grammar(parsed, language).frame(parsed.words.index("free"))
    _, _, found = Factuality(parsed, modifiers(language), language).judge(frame)
    assert [(parsed.words[m.tokens[0]], m.value) for m in found] == [("refused", "negated")]
