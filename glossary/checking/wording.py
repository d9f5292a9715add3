"""The messages of findings: what is wrong, and what to write."""

from collections.abc import Sequence

from glossary.model import FindingKind

MOST_SHOWN = 3


def tell_missing(term: str, expected: Sequence[str]) -> str:
    """Say that no rendering of a term is there."""
    return f"{term} is not rendered as {list_choices(expected)}"


def tell_left_in_chinese(term: str, expected: Sequence[str]) -> str:
    """Say that a term was not translated."""
    return f"{term} is left in Chinese; write {list_choices(expected)}"


def tell_wrong_case(term: str, found: str, expected: Sequence[str]) -> str:
    """Say that a rendering whose case matters is in another one."""
    return f"{term} is written {found}; its case matters: write {list_choices(expected)}"


def tell_not_kept(term: str) -> str:
    """Say that a term which must stay as it is was translated or left out."""
    return f"{term} is not to be translated; it must stand in the translation as it is"


def tell_avoided(kind: FindingKind, found: str, term: str, instead: Sequence[str]) -> str:
    """Say what to write instead of a discouraged rendering."""
    advice = f"; write {list_choices(instead)}" if instead else ""
    return f"“{found}” is {kind} for {term}{advice}"


def tell_inconsistent(term: str, found: str, times: int, usual: str, usual_times: int) -> str:
    """Say that a term is called otherwise than in most places."""
    return f"{term} is “{found}” in {_segments(times)}, but “{usual}” in {usual_times}; keep to one"


def _segments(number: int) -> str:
    return f"{number} segment" if number == 1 else f"{number} segments"


def list_choices(texts: Sequence[str]) -> str:
    """Return some texts as a choice: “a”, “b” or “c”, and no more than three."""
    quoted = [f"“{text}”" for text in texts[:MOST_SHOWN]]
    if len(texts) > MOST_SHOWN:
        return f"{', '.join(quoted)} …"
    return (
        " or ".join(filter(None, (", ".join(quoted[:-1]), quoted[-1]))) if quoted else "one of its renderings"
    )
