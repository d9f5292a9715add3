"""The moment at which something is done."""

from datetime import UTC, datetime


def now_utc() -> str:
    """Return the moment as ISO 8601 in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
