"""Facts about the base as a whole, by name: the revision, the snapshot, the fold version of its keys."""

from sqlalchemy import Connection, delete, select

from glossary.store.mined_tables import meta
from glossary.store.rows import insert_rows

SCHEMA = "schema_version"
FOLD_VERSION = "fold_version"
KEYS = "keys_version"
SNAPSHOT = "snapshot"
MIN_COUNT = "min_count"
TOP = "top"
WATCHED = "watched"
STOPPED = "stopped"


def find_meta(connection: Connection, name: str) -> str | None:
    """Return the value under this name, if there is one."""
    return connection.execute(select(meta.c.value).where(meta.c.name == name)).scalar_one_or_none()


def write_meta(connection: Connection, name: str, value: str) -> None:
    """Write a value under a name, over the one before."""
    connection.execute(delete(meta).where(meta.c.name == name))
    insert_rows(connection, meta, [(name, value)])
