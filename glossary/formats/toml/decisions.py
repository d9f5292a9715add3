"""What people decided about candidates, one line each, made to be read and diffed in git."""

from collections.abc import Iterable, Mapping
from typing import Any

from glossary.errors import InvalidInput
from glossary.formats.toml.values import read_fields, show_list
from glossary.model import CandidateState, DecidedKey, Decision, parse_name
from glossary.text.folding import folded_key

FILE_NAME = "_decisions.toml"
TABLE = "decisions"
FIELDS = ("term", "state", "reason", "concept", "who", "when")
NEEDED = ("term", "state", "who", "when")


def show_decisions(decisions: Iterable[DecidedKey]) -> str:
    """Return the decisions as the text of a file, in the order of terms."""
    return show_list(TABLE, map(_fields_of, sorted(decisions, key=lambda decided: decided.key)))


def _fields_of(decided: DecidedKey) -> dict[str, str]:
    decision = decided.decision
    said = {
        "term": decided.key,
        "state": decision.state.value,
        "reason": decision.reason,
        "concept": decision.concept or "",
        "who": decision.who,
        "when": decision.when,
    }
    return {name: text for name, text in said.items() if text}


def build_decision(table: Mapping[str, Any]) -> DecidedKey:
    """Return the decision that a table holds; raises InvalidInput."""
    said = read_fields(table, FIELDS, "a decision", needed=NEEDED)
    state = parse_name(CandidateState, said["state"], "state")
    if state is CandidateState.NEW:
        raise InvalidInput(
            "a decision is accepted, rejected or deferred; take the line out for a new candidate"
        )
    decision = Decision(
        state=state,
        who=said["who"],
        when=said["when"],
        reason=said.get("reason", ""),
        concept=said.get("concept"),
    )
    return DecidedKey(key=folded_key(said["term"]), decision=decision)
