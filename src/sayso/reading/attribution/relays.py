"""Voices that relay other voices: "X said, according to Agency", "X was quoted by Agency as saying".

The relayed attribution stands inside the relay's voice: the relay's content is the whole of the relayed one, source
and cue included.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.parsed import Parsed
from sayso.reading.phrases import phrase


def nest_relays(parsed: Parsed, drafts: Iterable[Draft], language: Language) -> tuple[Draft, ...]:
    """The drafts, each inside the voice that relays it, with relays added that had not been found."""
    drafts = list(drafts)
    quoting = {id(d): relay for d in drafts if (relay := _quoting(parsed, d, language)) is not None}
    free = [d for d in drafts if is_according(parsed, d.cue, language) or _is_any(d, quoting.values())]
    relays = {id(d) for d in free}
    out: list[Draft] = []
    for draft in (d for d in drafts if id(d) not in relays):
        made = quoting.get(id(draft))
        relay = _beside(parsed, draft, free) or next((r for r in free if made and _is_any(r, [made])), made)
        free = [r for r in free if r is not relay]
        out += _nested(draft, relay)
    for relay in free:
        out += _nested(relay, quoting.get(id(relay)))
    return tuple(sorted(out, key=lambda d: d.place))


def _is_any(draft: Draft, relays: Iterable[Draft]) -> bool:
    """Whether a draft has the cue of one of the relays, so that it is that relay, found by the tagger too."""
    return any(set(draft.cue) & set(relay.cue) and set(draft.source) & set(relay.source) for relay in relays)


def _nested(draft: Draft, relay: Draft | None) -> tuple[Draft, ...]:
    """A draft inside the voice that relays it, if there is one; outer voice first."""
    if relay is None:
        return (draft,)
    parent = _wrapped(relay, draft)
    return parent, replace(
        draft, source=_less(draft.source, parent), content=_less(draft.content, parent), parent=parent
    )


def is_according(parsed: Parsed, cue: Tokens, language: Language) -> bool:
    """Whether a cue is a preposition of attribution, such as "according to"."""
    return " ".join(parsed.lowers[i] for i in cue) in language.words("according")


def _beside(parsed: Parsed, draft: Draft, relays: list[Draft]) -> Draft | None:
    """The "according to" in the sentence of a draft's cue, unless it stands inside the draft's content."""
    for relay in relays:
        same = any(parsed.sentence_of[i] == parsed.sentence_of[relay.cue[0]] for i in draft.cue)
        own = set(draft.cue) & (set(relay.source) | set(relay.cue))
        if same and not own and not set(relay.cue) & set(draft.content[1:-1]):
            return relay
    return None


def _quoting(parsed: Parsed, draft: Draft, language: Language) -> Draft | None:
    """Passive relays: the cue itself ("was quoted by TASS as saying"), or a participle on source or channel."""
    beside = {*draft.source, *draft.channel, *draft.cue}
    hanging = [k for i in sorted(beside) for k in parsed.children[i] if k not in draft.content]
    for verb in dict.fromkeys([*draft.cue, *hanging]):
        agent = _agent(parsed, verb, language)
        if agent is None or agent in draft.content:
            continue
        noun = next(iter(parsed.children[agent]), None)
        itself = verb in draft.cue and noun in draft.source  # the relay's own draft
        if noun is not None and noun not in draft.content and not itself:
            voice = phrase(parsed, noun, language)
            return Draft(source=voice, cue=(verb, agent), content=draft.content, confidence=draft.confidence)
    return None


def _agent(parsed: Parsed, verb: int, language: Language) -> int | None:
    """The "by" of a participle of relaying."""
    if parsed.lemmas[verb] not in language.words("relay") or parsed.tags[verb] not in language.tags("participle"):
        return None
    return next((k for k in parsed.children[verb] if parsed.lowers[k] in language.words("passive_agent")), None)


def _wrapped(relay: Draft, draft: Draft) -> Draft:
    """The relay with the whole relayed attribution as its content."""
    own = set(relay.source) | set(relay.cue)
    whole = (set(relay.content) | set(draft.source) | set(draft.cue) | set(draft.content)) - own
    return replace(relay, content=tuple(sorted(whole)))


def _less(content: Tokens, parent: Draft) -> Tokens:
    """A relayed content without the words that name the relay."""
    own = set(parent.source) | set(parent.cue)
    return tuple(i for i in content if i not in own) or content
