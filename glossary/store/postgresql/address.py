"""What a database URL says; a password that it holds is never shown."""

import getpass
import os
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from glossary.errors import BaseError

DEFAULT_HOST = "localhost"
DEFAULT_PORT = 5432
USER_ENVIRONMENT = "PGUSER"
PASSWORD_ENVIRONMENT = "PGPASSWORD"
SHAPE = "postgresql://USER@HOST:PORT/DATABASE?schema=NAME"
OPTIONS = ("host", "schema", "sslmode")


class Encryption(StrEnum):
    """How a connection is encrypted: if the server can, always, with its certificate checked, never."""

    PREFER = "prefer"
    REQUIRE = "require"
    VERIFY_FULL = "verify-full"
    DISABLE = "disable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a base lies on a server: ``schema`` is empty for the one that the database chooses itself.

    ``host`` is a name, or the folder of a Unix socket. ``url`` is how it was given.
    """

    url: str = field(repr=False)
    user: str
    password: str = field(repr=False)
    host: str
    port: int
    database: str
    schema: str
    encryption: Encryption

    @property
    def shown(self) -> str:
        """The URL without a password."""
        is_socket = self.host.startswith("/")
        port = "" if self.port == DEFAULT_PORT else f":{self.port}"
        host = "" if is_socket else f"{_bracketed(self.host)}{port}"
        options = [("host", self.host)] if is_socket else []
        options += [("schema", self.schema)] if self.schema else []
        query = "&".join(f"{name}={value}" for name, value in options)
        return f"postgresql://{quote(self.user)}@{host}/{self.database}{'?' if query else ''}{query}"


def read_address(url: str) -> Address:
    """Return what the URL says; what it leaves out comes from PGUSER and PGPASSWORD, as with psql.

    Raises BaseError, without a word of the URL, which may hold a password, where it is none.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
        options = dict(parse_qsl(parts.query, keep_blank_values=True, strict_parsing=bool(parts.query)))
    except ValueError:
        raise BaseError(f"this is no database URL; write {SHAPE}") from None
    _require_known(options)
    database = unquote(parts.path.removeprefix("/"))
    if not database or "/" in database:
        raise BaseError(f"the URL names no database; write {SHAPE}")
    return Address(
        url=url,
        user=_user(parts),
        password=unquote(parts.password or "") or os.environ.get(PASSWORD_ENVIRONMENT, ""),
        host=options.get("host") or unquote(parts.hostname or "") or DEFAULT_HOST,
        port=port or DEFAULT_PORT,
        database=database,
        schema=options.get("schema", ""),
        encryption=_encryption(options.get("sslmode", Encryption.PREFER)),
    )


def _bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _user(parts: SplitResult) -> str:
    named = unquote(parts.username or "") or os.environ.get(USER_ENVIRONMENT, "")
    try:
        return named or getpass.getuser()
    except (KeyError, OSError):
        raise BaseError(f"the URL names no user; write {SHAPE}") from None


def _require_known(options: dict[str, str]) -> None:
    if unknown := sorted(options.keys() - OPTIONS):
        raise BaseError(
            f"a database URL has no option {', '.join(unknown)}; it may have {', '.join(OPTIONS)}; "
            f"a password goes before the @, or into {PASSWORD_ENVIRONMENT}"
        )


def _encryption(mode: str) -> Encryption:
    try:
        return Encryption(mode)
    except ValueError:
        raise BaseError(f"sslmode is one of {', '.join(Encryption)}, not {mode!r}") from None
