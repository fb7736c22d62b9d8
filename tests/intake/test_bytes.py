"""Whatever the bytes are, and whatever they are called, the intake says something of them and never fails."""

from __future__ import annotations

import gzip
import warnings

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso import plugins
from sayso.intake.dispatch import GROUP
from sayso.schema.document import Document
from tests.intake.made import outcomes, page, record, rss

NAMES = sorted(plugins.names(GROUP))
SEEDS = (
    page(),
    record(page()),
    rss("<title>T</title><description>Talks fail.</description>"),
    b'{"text": "Talks fail.", "id": 1}\n',
    b"id,text\n1,Talks fail.\n",
    b"Subject: Talks\r\nDate: Tue, 23 Aug 2016 01:30:00 +0330\r\n\r\nThey fail.\r\n",
    gzip.compress(b"Talks fail."),
)


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Something well-formed with a piece of it replaced."""
    seed = draw(st.sampled_from(SEEDS))
    at = draw(st.integers(0, len(seed)))
    return seed[:at] + draw(st.binary(max_size=30)) + seed[at + draw(st.integers(0, 50)) :]


@pytest.mark.parametrize("suffix", [*NAMES, "nonsense"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.one_of(st.binary(max_size=400), damaged()))
def test_any_bytes_under_any_name(suffix: str, data: bytes) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # those of the libraries about odd input
        found = outcomes(f"a.{suffix}", data)
    for outcome in found:
        if isinstance(outcome, Document):
            assert outcome.text.strip()
            outcome.text.encode("utf-8")
        else:
            assert outcome.id
            assert outcome.reason
            assert "please report" not in outcome.reason
