"""The frame of a trigger: the tokens that its grammar ties to it, each under the name of its slot.

A slot's name says how a token hangs on the trigger: ``subj``, ``obj``, ``by``, ``prep:against``, ``obj.poss``. A
subject that another clause lends keeps what lends it: ``subj~xcomp`` of "agreed to free". For a noun, ``lv.`` stands
before what hangs on the verb that carries it ("launched *strikes* against": ``lv.subj``, ``lv.prep:against``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.knowledge.language import Language
from sayso.reading.parsed import Parsed

LENDING = 4
"""Most clauses through which a subject is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A trigger with its verb and its slots."""

    trigger: int
    noun: bool
    verb: int | None
    """The verb itself, or the one that carries a noun; None for a noun that none carries."""
    carried: str
    """How the verb carries the noun: ``obj``, ``subj``, ``pass``, ``prep:in``; empty for verbs."""
    slots: tuple[tuple[str, int], ...]
    """Slot and token, in the order in which they were found."""

    def first(self, *names: str) -> int | None:
        """The first token in one of the slots."""
        return next((token for slot, token in self.slots if slot in names), None)


class Grammar:
    """Finds frames in one parsed text."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self.parsed = parsed
        self.language = language
        dep = language.deps
        self.nominal_subject = dep("subject")
        self.passive_subject = dep("passive_subject")
        self.objects = dep("object") - dep("indirect_object")
        self.verbs = language.tags("verb")
        self.nouns = language.tags("noun")

    def frame(self, trigger: int) -> Frame:
        """The frame of a verb, or of a noun."""
        if self.parsed.tags[trigger] in self.verbs:
            slots = list(self._of_verb(trigger))
            return Frame(trigger=trigger, noun=False, verb=trigger, carried="", slots=self._joined(slots))
        verb, carried = self._carrier(trigger)
        slots = list(self._of_noun(trigger, ""))
        if verb is not None:
            slots += [("lv." + slot, token) for slot, token in self._of_verb(verb) if token != trigger]
        return Frame(trigger=trigger, noun=True, verb=verb, carried=carried, slots=self._joined(slots))

    def is_passive(self, verb: int) -> bool:
        """Whether a verb is in the passive, a reduced one included ("troops sent by")."""
        parsed, deps = self.parsed, self.language.deps
        if any(parsed.deps[k] in deps("passive_auxiliary") | self.passive_subject for k in parsed.children[verb]):
            return True
        reduced = parsed.deps[verb] in deps("relative_clause") and parsed.tags[verb] in self.language.tags("participle")
        return reduced and not any(parsed.deps[k] in self.nominal_subject for k in parsed.children[verb])

    def _of_verb(self, verb: int) -> Iterator[tuple[str, int]]:
        parsed, deps = self.parsed, self.language.deps
        yield from self.subjects(verb)
        for k in parsed.children[verb]:
            dep = parsed.deps[k]
            if dep in deps("agent"):
                yield from (("by", o) for o in self._of_preposition(k))
            elif dep in deps("indirect_object"):
                under = self._of_preposition(k)
                yield from (("dat", o) for o in under or (k,))
            elif dep in self.objects | deps("attribute"):
                yield "obj", k
                yield from self._of_noun(k, "obj.")
            elif dep in deps("preposition"):
                for o in self._of_preposition(k):
                    name = f"prep:{parsed.lowers[k]}"
                    yield name, o
                    yield from self._of_noun(o, name + ".")
            elif dep in deps("clause") - deps("adverbial_clause"):
                yield from self._of_clause(k)

    def _of_clause(self, verb: int) -> Iterator[tuple[str, int]]:
        """The parties of a complement clause: of "demanded that X leave", "wants X to leave"."""
        for k in self.parsed.children[verb]:
            if self.parsed.deps[k] in self.nominal_subject:
                yield "clause.subj", k
            elif self.parsed.deps[k] in self.objects:
                yield "clause.obj", k

    def _of_noun(self, noun: int, before: str) -> Iterator[tuple[str, int]]:
        parsed, deps = self.parsed, self.language.deps
        for k in parsed.children[noun]:
            dep = parsed.deps[k]
            if dep in deps("possessive"):
                yield before + "poss", k
            elif dep in deps("compound") | deps("modifier") and parsed.tags[k] not in self.verbs:
                yield before + "mod", k
            elif dep in deps("preposition") | deps("agent") and before.count(".") < 2:
                for o in self._of_preposition(k):
                    name = f"{before}prep:{parsed.lowers[k]}"
                    yield name, o
                    if not before:
                        yield from self._of_noun(o, name + ".")
            elif dep in deps("relative_clause") and not before:
                yield from (("acl." + slot, o) for slot, o in self._lent_parties(k))

    def _lent_parties(self, verb: int) -> Iterator[tuple[str, int]]:
        """What a clause that hangs on a noun says of it: "strikes carried out by X", "a deal reached with X"."""
        for k in self.parsed.children[verb]:
            if self.parsed.deps[k] in self.language.deps("agent"):
                yield from (("by", o) for o in self._of_preposition(k))
            elif self.parsed.deps[k] in self.objects:
                yield "obj", k
            elif self.parsed.deps[k] in self.nominal_subject - self.passive_subject:
                yield "subj", k

    def _of_preposition(self, preposition: int) -> tuple[int, ...]:
        parsed, deps = self.parsed, self.language.deps
        out = [k for k in parsed.children[preposition] if parsed.deps[k] in deps("prepositional_object")]
        if not out:  # "because of X", "out of X"
            inner = [k for k in parsed.children[preposition] if parsed.deps[k] in deps("preposition")]
            out = [o for k in inner for o in parsed.children[k] if parsed.deps[o] in deps("prepositional_object")]
        return tuple(out)

    def subjects(self, verb: int, lent: int = LENDING) -> tuple[tuple[str, int], ...]:
        """The subject of a verb, its own or lent by the clause it belongs to."""
        parsed = self.parsed
        own = [k for k in parsed.children[verb] if parsed.deps[k] in self.nominal_subject]
        if own:
            token = own[0]
            name = "subj-pass" if parsed.deps[token] in self.passive_subject or self.is_passive(verb) else "subj"
            return ((name, self._antecedent(verb, token)),)
        name = "subj-pass" if self.is_passive(verb) else "subj"
        return tuple((f"{name}~{how}", token) for how, token in self._lent(verb, lent))

    def _antecedent(self, verb: int, token: int) -> int:
        """The noun that a relative pronoun stands for."""
        relative = self.parsed.lowers[token] in self.language.pronouns("relative")
        hangs = self.parsed.deps[verb] in self.language.deps("relative_clause")
        return self.parsed.heads[verb] if relative and hangs else token

    def _lent(self, verb: int, lent: int) -> Iterator[tuple[str, int]]:
        parsed, deps = self.parsed, self.language.deps
        dep, head = parsed.deps[verb], parsed.heads[verb]
        if not lent or head == verb:
            return
        if parsed.tags[head] in self.verbs or dep in deps("conjunct"):
            if dep in deps("open_complement") and self._governs_object(head):
                yield from (("xobj", k) for k in parsed.children[head] if parsed.deps[k] in self.objects)
            elif dep in deps("conjunct") | deps("open_complement") | deps("adverbial_clause") | deps("complement"):
                yield from ((dep, token) for _, token in self.subjects(head, lent - 1))
        elif dep in deps("relative_clause"):
            if parsed.tags[verb] in self.language.tags("infinitive"):
                yield from self._owner(head, lent)
            else:
                yield "acl", head
        elif parsed.deps[head] in deps("preposition"):
            above = parsed.heads[head]
            if parsed.tags[above] in self.verbs:
                given = [k for k in parsed.children[above] if parsed.deps[k] in self.objects]
                blamed = given and parsed.lowers[head] in self.language.words("of_object")
                found = [("pobj", given[0])] if blamed else [("pcomp", t) for _, t in self.subjects(above, lent - 1)]
                yield from found
            else:
                yield from self._owner(above, lent)

    def _governs_object(self, verb: int) -> bool:
        """Whether the object of a verb does what its infinitive tells ("urged X to leave")."""
        has = any(self.parsed.deps[k] in self.objects for k in self.parsed.children[verb])
        return has and self.parsed.lemmas[verb] not in self.language.words("subject_control")

    def _owner(self, noun: int, lent: int) -> Iterator[tuple[str, int]]:
        """Whose decision, plan or order it is: by possessive, by adjective, or by the subject of its verb."""
        parsed, deps = self.parsed, self.language.deps
        for slot, token in self._of_noun(noun, ""):
            if slot in ("poss", "prep:of", "prep:by") or (slot == "mod" and parsed.words[token][:1].isupper()):
                yield "owner", token
                return
        if parsed.deps[noun] in self.objects and parsed.tags[parsed.heads[noun]] in self.verbs:
            yield from (("owner", t) for _, t in self.subjects(parsed.heads[noun], lent - 1))
        elif parsed.deps[noun] in self.nominal_subject | deps("attribute"):
            yield "owner", noun

    def _carrier(self, noun: int) -> tuple[int | None, str]:
        """The verb that carries a noun, and how."""
        parsed, deps = self.parsed, self.language.deps
        for _ in range(LENDING):  # a conjunct is carried as its first is
            if parsed.deps[noun] not in deps("conjunct"):
                break
            noun = parsed.heads[noun]
        dep, head = parsed.deps[noun], parsed.heads[noun]
        if parsed.tags[head] in self.verbs:
            if dep in self.objects | deps("attribute"):
                return head, "obj"
            if dep in self.passive_subject:
                return head, "pass"
            if dep in self.nominal_subject:
                return head, "subj"
        if dep in deps("prepositional_object") and parsed.tags[parsed.heads[head]] in self.verbs:
            return parsed.heads[head], f"prep:{parsed.lowers[head]}"
        return None, dep

    def _joined(self, slots: list[tuple[str, int]]) -> tuple[tuple[str, int], ...]:
        """Slots with the conjuncts of their tokens ("Iran, Russia and Syria"), each token once."""
        out: dict[int, str] = {}
        for slot, token in slots:
            for each in self.conjuncts(token):
                out.setdefault(each, slot)
        return tuple((slot, token) for token, slot in out.items())

    def conjuncts(self, token: int) -> tuple[int, ...]:
        """A token and those joined to it, in text order."""
        out, queue = [], [token]
        while queue:
            i = queue.pop()
            out.append(i)
            queue += [k for k in self.parsed.children[i] if self.parsed.deps[k] in self.language.deps("conjunct")]
        return tuple(sorted(out))
