"""Why a hit is one, in words."""

from glossary.model import MatchKind
from glossary.report.hits import WHY_MATCHED

ALSO_SAID = {
    MatchKind.SCRIPT: "found by its other script",
    MatchKind.PREFIX: "begins with what you asked",
    MatchKind.SUBSTRING: "holds what you asked",
    MatchKind.PINYIN: "found by its pinyin",
    MatchKind.RENDERING: "found by its English",
}


def say_why(match: MatchKind) -> str:
    """Return why a hit is one, in words; nothing where the query is the term as it is written."""
    return WHY_MATCHED.get(match.value) or ALSO_SAID.get(match, "")
