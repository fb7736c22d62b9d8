"""Voices that relay other voices: "X said, according to Agency", "X was quoted by Agency as saying".

The relayed attribution stands inside the relay's voice: the relay's content is the whole of the relayed one, source
and cue included.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sayso.knowledge.language import Language
from sayso.reading.attribution.lexicon import phrase
from sayso.reading.drafts import Draft, Tokens
from sayso.reading.parse import Parsed


def nest_relays(parsed: Parsed, drafts: Iterable[Draft], language: Language) -> tuple[Draft, ...]:
    """The drafts, each inside the voice that relays it, with relays added that had not been found."""
    drafts = list(drafts)
    relays = [d for d in drafts if is_according(parsed, d.cue, language)]
    out: list[Draft] = []
    for draft in drafts:
        if draft in relays or draft.parent is not None:
            continue
        relay = _relay_over(parsed, draft, relays, language)
        if relay is not None:
            out = [d for d in out if d is not relay]
            parent = _wrapped(relay, draft)
            relays = [r for r in relays if r is not relay]
            out += [parent, replace(draft, content=_less(draft.content, parent), parent=parent)]
        else:
            out.append(draft)
    return tuple(sorted([*out, *relays], key=lambda d: d.place))


def is_according(parsed: Parsed, cue: Tokens, language: Language) -> bool:
    """Whether a cue is a preposition of attribution, such as "according to"."""
    return " ".join(parsed.lowers[i] for i in cue) in language.words("according")


def _relay_over(parsed: Parsed, draft: Draft, relays: list[Draft], language: Language) -> Draft | None:
    """The relay that a draft stands under: an "according to" beside it, or a quoting verb on its cue or source."""
    for relay in relays:
        sentence = parsed.sentence_of[relay.cue[0]]
        inside = set(draft.cue) & (set(relay.source) | set(relay.cue))
        same = any(parsed.sentence_of[i] == sentence for i in draft.cue)
        if same and not inside and not set(relay.cue) & set(draft.content[1:-1]) - set(draft.cue):
            return relay
    return next(_quoting(parsed, draft, language), None)


def _quoting(parsed: Parsed, draft: Draft, language: Language) -> Iterator[Draft]:
    """Passive relays: the cue itself ("was quoted by TASS as saying"), or a participle on source or channel."""
    beside = set(draft.source) | set(draft.channel) | set(draft.cue)
    hosts = [*draft.cue, *(k for i in sorted(beside) for k in parsed.children[i] if k not in draft.content)]
    for verb in dict.fromkeys(hosts):
        if parsed.lemmas[verb] not in language.words("relay") or parsed.tags[verb] not in language.tags("participle"):
            continue
        agent = next((k for k in parsed.children[verb] if parsed.lowers[k] in language.words("passive_agent")), None)
        if agent is None or agent in draft.content:
            continue
        noun = next(iter(parsed.children[agent]), None)
        if noun is not None and noun not in draft.content:
            voice = phrase(parsed, noun, language)
            yield Draft(source=voice, cue=(verb, agent), content=draft.content, confidence=draft.confidence)
            return


def _wrapped(relay: Draft, draft: Draft) -> Draft:
    """The relay with the whole relayed attribution as its content."""
    own = set(relay.source) | set(relay.cue)
    whole = (set(relay.content) | set(draft.source) | set(draft.cue) | set(draft.content)) - own
    return replace(relay, content=tuple(sorted(whole)))


def _less(content: Tokens, parent: Draft) -> Tokens:
    """A relayed content without the words that name the relay."""
    own = set(parent.source) | set(parent.cue)
    return tuple(i for i in content if i not in own) or content
