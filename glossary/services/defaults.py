"""What the services do where nobody says otherwise, and the most that they are asked for; imports nothing."""

DEFAULT_TOP = 200
DEFAULT_MIN_COUNT = 2
DEFAULT_LIMIT = 20
DEFAULT_STALE_YEARS = 10
MOST_MODIFIERS = 2

MOST_TOP = 1_000_000
MOST_HITS = 1_000
MOST_NUMBER = 2**63 - 1
"""The highest number that a change can have in either engine."""
