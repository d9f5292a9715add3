"""Every check there is, by code."""

from collections.abc import Iterable

from glossary.curation.checks import coverage, doubles, evidence, fields, recommendation, relations, wording
from glossary.curation.checks.finding import AnyCheck, Case, Check, Trouble
from glossary.curation.checks.outline import Outline
from glossary.errors import InvalidInput, UnknownName

CONCEPT_CHECKS: tuple[Check[Case, str], ...] = (
    Check("E101", recommendation.find_two_preferred),
    Check("E102", recommendation.find_no_replacement),
    Check("E103", recommendation.find_discouraged_replacement),
    Check("E104", recommendation.find_machine_preferred),
    Check("E105", recommendation.find_two_heads),
    Check("W106", recommendation.find_none_preferred),
    Check("W201", evidence.find_undated),
    Check("W202", evidence.find_stale),
    Check("W203", evidence.find_no_evidence),
    Check("W204", evidence.find_official_conflict),
    Check("W205", evidence.find_future),
    Check("W301", coverage.find_no_rendering),
    Check("I302", coverage.find_gap),
    Check("W303", coverage.find_half_defined),
    Check("W401", wording.find_chinese),
    Check("W402", wording.find_odd_blanks),
    Check("W403", wording.find_alternatives),
    Check("W404", wording.find_closing_punctuation),
)
BASE_CHECKS: tuple[Check[Outline, Trouble], ...] = (
    Check("E501", relations.find_dangling),
    Check("E502", relations.find_member_cycles),
    Check("E503", relations.find_broader_cycles),
    Check("E504", relations.find_short_form_cycles),
    Check("E505", relations.find_taken_ids),
    Check("W601", doubles.find_homographs),
    Check("W602", doubles.find_script_doubles),
    Check("W603", doubles.find_width_doubles),
    Check("W604", doubles.find_punctuation_doubles),
    Check("W605", doubles.find_homophones),
    Check("W606", doubles.find_shared_renderings),
    Check("W701", fields.find_lonely_fields),
    Check("W702", fields.find_alike_fields),
)
CHECKS: tuple[AnyCheck, ...] = (*CONCEPT_CHECKS, *BASE_CHECKS)
CODES = tuple(check.code for check in CHECKS)


def find_check(code: str) -> AnyCheck:
    """Return the check of this code, whatever its case; raises UnknownName, which lists the codes."""
    for check in CHECKS:
        if check.code == code.upper():
            return check
    raise UnknownName("check", code, CODES)


def choose_codes(only: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """Return the codes of ``only``, of all where it names none, without those of ``ignore``.

    Each text names codes with commas between them; the beginning of a code names all that begin so: W6, I.
    Raises UnknownName for what begins no code, and InvalidInput where no check is left.
    """
    chosen = _named_codes(only) or frozenset(CODES)
    left = chosen - _named_codes(ignore)
    if not left:
        raise InvalidInput("no check is left to run; ignore fewer of them")
    return left


def _named_codes(texts: Iterable[str]) -> frozenset[str]:
    beginnings = (part.strip() for text in texts for part in text.split(","))
    return frozenset(code for beginning in beginnings for code in _codes_that_begin(beginning))


def _codes_that_begin(beginning: str) -> list[str]:
    codes = [code for code in CODES if code.startswith(beginning.upper())] if beginning else []
    if not codes:
        raise UnknownName("check", beginning, CODES)
    return codes


def explain_check(code: str) -> str:
    """Return a check's code, severity and docstring, paragraph by paragraph."""
    check = find_check(code)
    return f"{check.code} ({check.severity})\n\n{check.explanation}"
