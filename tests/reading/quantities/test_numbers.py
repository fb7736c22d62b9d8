"""Numbers in words and figures, without a model: what they mean and where they end."""

from __future__ import annotations

import pytest

from sayso.knowledge.language import Language
from sayso.knowledge.quantities import quantity_words
from sayso.reading.parsed import Parsed
from sayso.reading.quantities.numbers import Numbers
from sayso.reading.quantities.ranges import Ranges
from tests.hand import parse


def flat(text: str) -> Parsed:
    """A text without a tree: every word hangs on itself."""
    return parse("\n".join(f"{word} NN dep -" for word in text.split()))


def number(language: Language, text: str) -> tuple[float, float, int] | None:
    run = Numbers(flat(text), quantity_words(language), language).at(0)
    return (run.low, run.high, run.end) if run else None


@pytest.mark.parametrize(
    ("text", "value", "words"),
    [
        ("12 marchers", 12, 1),
        ("1,200 marchers", 1200, 1),
        ("2.5 million marchers", 2_500_000, 2),
        ("4 k marchers", 4, 1),
        ("seventy - two hours", 72, 3),
        ("twenty five hours", 25, 2),
        ("ten twelve", 10, 1),
        ("three hundred and twelve officers", 312, 4),
        ("two thousand and five officers", 2005, 4),
        ("two hundred and fifty thousand officers", 250_000, 5),
        ("six million two hundred thousand officers", 6_200_000, 5),
        ("five and six officers", 5, 1),
        ("half a million marchers", 500_000, 3),
        ("a dozen mosques", 12, 2),
        ("two dozen mosques", 24, 2),
        ("40 - million crowns", 40_000_000, 3),
        ("a fifth of a billion dollars", 200_000_000, 5),
        ("a quarter of 300 marchers", 75, 4),
    ],
)
def test_an_exact_number(language: Language, text: str, value: float, words: int) -> None:
    assert number(language, text) == (value, value, words)


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("dozens of marchers", 24, 99, 1),
        ("scores of marchers", 40, 99, 1),
        ("hundreds were there", 200, 999, 1),
        ("several marchers", 3, 9, 1),
        ("several hundred marchers", 200, 999, 2),
        ("several hundred thousand marchers", 200_000, 999_999, 3),
        ("tens of thousands of marchers", 20_000, 99_999, 3),
        ("a handful of marchers", 3, 9, 2),
    ],
)
def test_a_vague_word_is_a_range(language: Language, text: str, low: float, high: float, words: int) -> None:
    assert number(language, text) == (low, high, words)


def test_a_share_of_what_is_no_number_is_in_per_cent(language: Language) -> None:
    run = Numbers(flat("a third of the land"), quantity_words(language), language).at(0)
    assert run is not None
    assert (run.low, run.end, run.kind) == (33, 2, "share")


@pytest.mark.parametrize("text", ["million marchers", "14th of March", "F-16 jets", "02.10x hours", "the marchers"])
def test_no_number(language: Language, text: str) -> None:
    assert number(language, text) is None


def test_letters_after_a_figure_count_behind_the_sign_of_a_currency_only(language: Language) -> None:
    words = quantity_words(language)
    money = Numbers(flat("$ 900m now"), words, language).at(1)
    assert money is not None
    assert money.low == 900_000_000
    assert Numbers(flat("ran 900m now"), words, language).at(1) is None


def bounded(language: Language, text: str) -> tuple[float | None, float | None, str]:
    parsed = flat(text)
    ranges = Ranges(parsed, quantity_words(language), language)
    run = next(run for token in ranges.numbers.starts() if (run := ranges.numbers.at(token)))
    found = ranges.at(run)
    return found.low, found.high, " ".join(parsed.words[found.first : found.end])


@pytest.mark.parametrize(
    ("text", "low", "high", "words"),
    [
        ("killed at least 12 marchers", 12, None, "at least 12"),
        ("killed no fewer than 12 marchers", 12, None, "no fewer than 12"),
        ("killed no more than 12 marchers", None, 12, "no more than 12"),
        ("killed up to 300 marchers", None, 300, "up to 300"),
        ("killed as many as 300 marchers", None, 300, "as many as 300"),
        ("killed nearly 300 marchers", None, 300, "nearly 300"),
        ("killed some 300 marchers", 300, 300, "some 300"),
        ("killed at least another 300 marchers", 300, None, "at least another 300"),
        ("killed more than a dozen marchers", 12, None, "more than a dozen"),
        ("killed 200 or more marchers", 200, None, "200 or more"),
        ("killed between 3 and 7 marchers", 3, 7, "between 3 and 7"),
        ("killed 3 to 7 marchers", 3, 7, "3 to 7"),
        ("killed 3 - 7 marchers", 3, 7, "3 - 7"),
        ("killed two or three marchers", 2, 3, "two or three"),
        ("lost three to five million crowns", 3_000_000, 5_000_000, "three to five million"),
        ("lost at least $ 40 million", 40_000_000, None, "at least $ 40 million"),
        ("lost between $ 3 million and $ 5 million", 3_000_000, 5_000_000, "between $ 3 million and $ 5 million"),
        ("won by 71 to 52 votes", 71, 71, "71"),
        ("fell from 60 to 70 barrels", 60, 60, "60"),
        ("killed 3 and 7 marchers", 3, 3, "3"),
    ],
)
def test_bounds(language: Language, text: str, low: float | None, high: float | None, words: str) -> None:
    assert bounded(language, text) == (low, high, words)
