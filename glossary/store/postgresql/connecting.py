"""From an address to connections, and what is asked of the server before it is used."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from pg8000 import dbapi
from pg8000.exceptions import DatabaseError, Error
from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.pool import NullPool, Pool, QueuePool

from glossary.errors import BaseError
from glossary.store.postgresql.address import Address
from glossary.store.postgresql.sockets import open_socket
from glossary.store.postgresql.trouble import explain, has_ended
from glossary.store.storable import storable

URL = "postgresql+pg8000://"
PROGRAM = "glossary"
OLDEST_SERVER = 13
ENCODING = "UTF8"
MILLISECONDS = 1_000
UNLIMITED = -1


def make_engine(address: Address, *, busy_timeout_seconds: float, pool: type[Pool] = QueuePool) -> Engine:
    """Return connections without implicit transactions, as with SQLite; a dead one is made anew."""

    def open_connection() -> dbapi.Connection:
        return connect(address, busy_timeout_seconds=busy_timeout_seconds)

    options: dict[str, Any] = {} if pool is NullPool else {"max_overflow": UNLIMITED, "pool_pre_ping": True}
    options["isolation_level"] = "AUTOCOMMIT"
    engine = create_engine(URL, creator=open_connection, poolclass=pool, **options)
    event.listen(engine, "handle_error", _notice_a_dead_connection)
    return engine


def connect(address: Address, *, busy_timeout_seconds: float) -> dbapi.Connection:
    """Return a connection to the base's schema. Raises BaseError where there is none to be had."""
    try:
        connection = dbapi.connect(
            address.user,
            database=address.database,
            password=address.password,
            host=address.host,
            sock=open_socket(address),
            ssl_context=False,
            application_name=PROGRAM,
            startup_params=_parameters(address, busy_timeout_seconds),
        )
    except DatabaseError as error:
        raise _why_refused(address, error) from None
    except (Error, OSError, LookupError, ValueError) as error:  # what speaks another protocol ends so
        raise BaseError(f"{address.shown}: no connection to the server ({error!r}); check the URL") from None
    _require_usable(connection, address)
    connection.register_out_adapter(str, storable)
    connection.close = partial(_close, connection.close)
    return connection


def _close(close: Callable[[], None]) -> None:
    """Close a connection; where the server did so already, the pool would print that at length."""
    with suppress(Error):
        close()


def _parameters(address: Address, busy_timeout_seconds: float) -> dict[str, str]:
    """Return the settings of the session; they travel with the greeting and take no turn of their own."""
    # To the server 0 means to wait for ever.
    waits = {"lock_timeout": str(max(1, round(busy_timeout_seconds * MILLISECONDS)))}
    return {**waits, "search_path": quoted(address.schema)} if address.schema else waits


def quoted(name: str) -> str:
    """Return a name as SQL writes it, whatever characters it has."""
    return '"' + name.replace('"', '""') + '"'


def _why_refused(address: Address, error: DatabaseError) -> BaseError:
    told = explain(address.shown, error)
    if isinstance(told, BaseError):
        return told
    return BaseError(f"{address.shown}: the server refuses the connection ({error}); check the URL")


def _require_usable(connection: dbapi.Connection, address: Address) -> None:
    version = connection.parameter_statuses.get("server_version", "0")
    encoding = connection.parameter_statuses.get("server_encoding", "")
    if int(version.partition(".")[0].partition(" ")[0]) < OLDEST_SERVER:
        connection.close()
        raise BaseError(
            f"{address.shown}: the server is PostgreSQL {version}; glossary needs {OLDEST_SERVER} or later"
        )
    if encoding != ENCODING:
        connection.close()
        raise BaseError(
            f"{address.shown}: the database keeps its texts as {encoding}, which cannot hold Chinese and "
            f"English together; make one with `createdb --encoding=UTF8 --template=template0`"
        )


def _notice_a_dead_connection(context: ExceptionContext) -> None:
    if has_ended(context.original_exception):
        context.is_disconnect = True
