"""What the services do where nobody says otherwise; imports nothing."""

DEFAULT_TOP = 200
DEFAULT_MIN_COUNT = 2
DEFAULT_LIMIT = 20
DEFAULT_STALE_YEARS = 10
MOST_MODIFIERS = 2
