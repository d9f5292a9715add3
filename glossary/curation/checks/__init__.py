"""Coded checks over a whole base: E… is an error, W… a warning, I… worth knowing.

Each check is a function whose docstring is what the user reads: its first paragraph the message, the
paragraph that begins with ``Fix:`` what to do. ``registry.py`` lists them all.
"""

from glossary.curation.checks.finding import Finding, Severity
from glossary.curation.checks.registry import CODES, choose_codes, explain_check, find_check
from glossary.curation.checks.running import check_base, find_problems

__all__ = [
    "CODES",
    "Finding",
    "Severity",
    "check_base",
    "choose_codes",
    "explain_check",
    "find_check",
    "find_problems",
]
