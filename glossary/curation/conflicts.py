"""Where two sides say different things, and whose word counts: pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from dataclasses import field as declare
from enum import StrEnum

from glossary.errors import InvalidInput, UnknownName
from glossary.model import parse_name

HERE, THERE, BOTH = "here", "there", "both"
ASK = "ask"
CONFLICT_NAMES = (
    "subject_field",
    "scope",
    "note",
    "definition",
    "term",
    "term.status",
    "term.part_of_speech",
    "term.term_type",
    "term.reading",
    "term.case_sensitive",
    "term.do_not_translate",
    "term.note",
    "rendering",
    "rendering.status",
    "rendering.part_of_speech",
    "rendering.term_type",
    "rendering.reading",
    "rendering.case_sensitive",
    "rendering.do_not_translate",
    "rendering.note",
    "rendering.serves",
    "rendering.instead",
    "order",
    "concept",
)


class Policy(StrEnum):
    """Whose word counts where the base and a file differ; ADD keeps both where both can stand, else ours."""

    KEEP = "keep"
    REPLACE = "replace"
    ADD = "add"


TAKEN = {Policy.KEEP: HERE, Policy.REPLACE: THERE, Policy.ADD: BOTH}


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """One thing that both sides say differently: what it is called, each side's words, and which was taken.

    ``name`` is what a policy calls it, such as ``rendering.note``; ``taken`` is here, there or both.
    """

    field: str
    here: str
    there: str
    taken: str = HERE
    name: str = declare(default="", compare=False)

    def of(self, concept: str) -> "Conflict":
        """Return the conflict that this is in a concept."""
        said = {entry.name: getattr(self, entry.name) for entry in fields(self)}
        return Conflict(concept=concept, **said)


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """One field of a concept on which the base and a file differ; all else as in a Clash."""

    concept: str
    field: str
    here: str
    there: str
    taken: str
    name: str = declare(default="", compare=False)


def join_notes(here: str, there: str) -> str:
    """Return our note and below it those lines of theirs that it does not have."""
    ours = here.split("\n")
    return "\n".join([*ours, *(line for line in there.split("\n") if line not in ours)])


Decide = Callable[[Clash], Policy]


@dataclass(frozen=True, slots=True)
class Policies:
    """A policy for all fields, and those that differ from it by the name of the field."""

    default: Policy = Policy.KEEP
    by_name: Mapping[str, Policy] = declare(default_factory=dict)

    def __call__(self, clash: Clash | Conflict) -> Policy:
        """Return the policy for the field of the clash: its full name counts before its last part."""
        last = clash.name.rpartition(".")[2]
        return self.by_name.get(clash.name) or self.by_name.get(last) or self.default


@dataclass(frozen=True, slots=True)
class Wishes:
    """What somebody said about conflicts: the policies, and the names of the fields to ask about.

    ``asks`` is whether to ask about all fields that have no policy of their own.
    """

    policies: Policies
    asks: bool
    asked_names: frozenset[str] = frozenset()

    @property
    def asks_any(self) -> bool:
        """Whether there is anything to ask about."""
        return self.asks or bool(self.asked_names)

    def is_asked(self, conflict: Conflict) -> bool:
        """Return whether somebody wants to decide this one."""
        names = (conflict.name, conflict.name.rpartition(".")[2])
        if not self.asked_names.isdisjoint(names):
            return True
        return self.asks and self.policies.by_name.keys().isdisjoint(names)


def parse_wishes(words: Iterable[str]) -> Wishes:
    """Return what POLICY and FIELD=POLICY say; the last word on a field counts. Without any: ask.

    Raises UnknownName, with the names that exist, for a field or a policy that does not.
    """
    default, by_name = ASK, {}
    for word in words:
        name, sign, value = word.rpartition("=")
        policy = _parse_policy(value)
        if sign:
            by_name[_parse_name(name)] = policy
        else:
            default = policy
    fixed = {name: Policy(policy) for name, policy in by_name.items() if policy != ASK}
    asked = frozenset(name for name, policy in by_name.items() if policy == ASK)
    is_asked = default == ASK
    return Wishes(Policies(Policy.KEEP if is_asked else Policy(default), fixed), is_asked, asked)


def _parse_policy(value: str) -> str:
    if value.lower() == ASK:
        return ASK
    try:
        return parse_name(Policy, value, "policy")
    except InvalidInput:
        raise UnknownName("policy", value, (ASK, *Policy)) from None


def _parse_name(name: str) -> str:
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    known = {*CONFLICT_NAMES, *(full.rpartition(".")[2] for full in CONFLICT_NAMES)}
    if plain not in known:
        raise UnknownName("field", name, known)
    return plain
