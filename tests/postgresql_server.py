"""A real PostgreSQL server for the tests: an installed one, else the one that pgserver brings from PyPI."""

import os
import pwd
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from itertools import count
from pathlib import Path

from pg8000.dbapi import Connection, connect

from glossary.services.bases.copying import copy_base
from glossary.store.database import create_base, open_base
from glossary.store.schema import TABLES

# The programs of a client alone may lie there too.
INSTALLED = sorted(
    (path.parent for path in Path("/usr/lib/postgresql").glob("*/bin/initdb")),
    key=lambda path: int(path.parent.name),
    reverse=True,
)
USERS = ("postgres", "nobody")
# Texts must sort by code point whatever the database's own order is, so that is made another one.
ORDERS = (["--locale-provider=icu", "--icu-locale=en-US"], [])
UNSAFE_AND_FAST = "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c autovacuum=off"
ABSENT = (
    "no PostgreSQL server: neither `initdb` on PATH nor in /usr/lib/postgresql/*/bin, "
    "and no pgserver from PyPI (it is in the dev group)"
)
OWNER, LOCKED, PASSWORD = "owner", "locked", "open:sesame/@1"
DATABASE = "tests"


class Server:
    """A running server; each schema that it names is a new one."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._numbers = count(1)
        self._templates: dict[Path, str] = {}
        self._used: set[int] = set()
        self._connections: dict[str, Connection] = {}

    def url(self, *, user: str = OWNER, database: str = DATABASE, schema: str = "") -> str:
        return f"postgresql://{user}@127.0.0.1:{self.port}/{database}{'?schema=' * bool(schema)}{schema}"

    def new_schema(self) -> str:
        """The URL of a place where nothing is."""
        return self.url(schema=f"s{next(self._numbers)}")

    def copy_of(self, file: Path, number: int) -> str:
        """The URL of a schema that holds what a base in a file does; ``number`` says which of those in use.

        Making tables takes far longer than filling them, so the schemas are used by one test after another.
        """
        template = self._templates.get(file) or self._templates.setdefault(file, self._make_template(file))
        schema = f"used{number}"
        if number not in self._used:
            create_base(self.url(schema=schema)).close()
            self._used.add(number)
        names = [table.name for table in TABLES]
        empty = [f"DELETE FROM {schema}.{name}" for name in reversed(names)]
        fill = [f"INSERT INTO {schema}.{name} SELECT * FROM {template}.{name}" for name in names]
        self.run("; ".join([*empty, *fill]))
        return self.url(schema=schema)

    def _make_template(self, file: Path) -> str:
        template = f"template{next(self._numbers)}"
        with open_base(str(file), write=False) as base:
            copy_base(base, self.url(schema=template))
        return template

    def run(self, *statements: str, database: str = DATABASE) -> list[tuple[object, ...]]:
        """Run statements as somebody else would; return the rows of the last one."""
        if database not in self._connections:
            self._connections[database] = connect(OWNER, host="127.0.0.1", port=self.port, database=database)
            self._connections[database].autocommit = True
        cursor = self._connections[database].cursor()
        cursor.execute("RESET search_path")
        for statement in statements:
            cursor.execute(statement)
        return [tuple(row) for row in cursor.fetchall()] if cursor.description else []


def find_programs(folder: Path) -> Path | None:
    """Where initdb and pg_ctl are; None where there is no server."""
    on_path = shutil.which("initdb")
    if on_path and (Path(on_path).resolve().parent / "pg_ctl").exists():
        return Path(on_path).resolve().parent
    if INSTALLED:
        return INSTALLED[0]
    found = find_spec("pgserver")
    if not (found and found.origin):
        return None
    # The server runs as another user where we are root, who may not look into our own folders.
    package = Path(found.origin).parent
    for part in ("pgserver", "pgserver.libs"):
        if (package.parent / part).exists():
            shutil.copytree(package.parent / part, folder / part)
    return folder / "pgserver" / "pginstall" / "bin"


@contextmanager
def running(programs: Path, folder: Path) -> Iterator[Server]:
    """Start a server in the folder, with a database for the tests, and stop it in the end."""
    data = folder / "data"
    data.mkdir()
    user = _server_user()
    if user:
        os.chown(data, pwd.getpwnam(user).pw_uid, -1)
    for order in ORDERS:
        made = _run(
            programs / "initdb",
            "-D",
            data,
            "-U",
            OWNER,
            "-E",
            "UTF8",
            "--no-sync",
            "-A",
            "trust",
            *order,
            user=user,
        )
        if not made.returncode:
            break
    assert made.returncode == 0, made.stderr
    (data / "pg_hba.conf").write_text(f"host all {LOCKED} all scram-sha-256\nhost all all all trust\n")
    port = _free_port()
    options = f"{UNSAFE_AND_FAST} -c port={port} -c listen_addresses=127.0.0.1 -c unix_socket_directories="
    log = data / "log"
    started = _run(programs / "pg_ctl", "-D", data, "-w", "-l", log, "-o", options, "start", user=user)
    assert started.returncode == 0, log.read_text() if log.exists() else started.stderr
    try:
        server = Server(port)
        server.run(
            f"CREATE ROLE {LOCKED} LOGIN PASSWORD '{PASSWORD}'",
            f"CREATE DATABASE {DATABASE}",
            database="postgres",
        )
        yield server
    finally:
        _run(programs / "pg_ctl", "-D", data, "-m", "immediate", "stop", user=user)


def _server_user() -> str | None:
    """Whom the server runs as: ourselves, or, since it refuses root, somebody else."""
    if os.geteuid():
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in USERS if name in names)


def _run(*command: object, user: str | None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [str(word) for word in command],
        user=user,
        cwd="/",
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE if "start" not in command else subprocess.DEVNULL,
        text=True,
        check=False,
    )


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
