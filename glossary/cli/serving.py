"""Serving the termbase over HTTP, and to language models over MCP."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Annotated

import typer

from glossary.cli.options import DbOption, NoLogOption, chosen, current_user, opening
from glossary.cli.output import print_note

if TYPE_CHECKING:
    from socket import socket

    from fastapi import FastAPI

    from glossary.services.bases.choosing import Base

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
LAST_PORT = 65_535
# A query of ten thousand Chinese characters takes 90,000 bytes; the application says that it is too long.
LONGEST_REQUEST_HEAD_BYTES = 262_144


def add_verbs(app: typer.Typer) -> None:
    """Add the verbs of this family."""
    app.command("serve")(serve)
    app.command("mcp")(mcp)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = DEFAULT_HOST,
    port: Annotated[
        int, typer.Option(min=0, max=LAST_PORT, help="The port to listen on; 0 takes a free one.")
    ] = DEFAULT_PORT,
    read_only: Annotated[bool, typer.Option("--read-only", help="Refuse every change.")] = False,
    no_log: NoLogOption = False,
    db: DbOption = None,
) -> None:
    """Serve pages, the JSON endpoints and downloads; Ctrl+C stops it. Who reaches it may change the base."""
    # No other verb waits for these.
    from glossary.services.bases.serving import base_to_serve
    from glossary.services.lookup.requests import wants_log
    from glossary.web.app import make_app
    from glossary.web.listening import accepted_hosts, address_of, open_listener

    choice, logs = chosen(db), not no_log and wants_log(os.environ)
    with base_to_serve(choice, read_only=read_only) as base:
        can_write = base.can_write  # a base that cannot be used is said here, before anything listens
    with open_listener(host, port) as listener:
        hosts = accepted_hosts(listener)
        app = make_app(choice, hosts=hosts, read_only=not can_write, logs=logs, user=current_user())
        print_note(f"serving on {address_of(listener)} (Ctrl+C stops)")
        _warn(can_write=can_write, is_for_all=not hosts)
        _run(app, listener)


def _run(app: "FastAPI", listener: "socket") -> None:
    import uvicorn

    config = uvicorn.Config(
        app,
        http="h11",
        h11_max_incomplete_event_size=LONGEST_REQUEST_HEAD_BYTES,
        log_level="warning",
        server_header=False,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def mcp(
    write: Annotated[
        bool, typer.Option("--write", help="Offer a tool that adds renderings too; else nothing is written.")
    ] = False,
    db: DbOption = None,
) -> None:
    """Serve language models over MCP on stdin and stdout; a client such as a chat program starts it."""
    if sys.stdin.isatty():
        print_note("waiting for a client to speak MCP on stdin; docs/mcp.md says how to register it")
    with opening(db, to_write=write) as (base, made):
        print_note(made)
        _speak(base, writer=current_user() if write else None)


def _speak(base: "Base", *, writer: str | None) -> None:
    # No other verb waits for the SDK, nor does a base that cannot be used.
    from glossary.mcp.server import make_server

    with suppress(KeyboardInterrupt):
        make_server(base, writer=writer).run("stdio")


def _warn(*, can_write: bool, is_for_all: bool) -> None:
    """Say who may change what, where that is not what everybody expects."""
    if not can_write:
        print_note("the base can only be read here; changes are refused")
    elif is_for_all:
        print_note("whoever reaches this address can change the base; --read-only forbids it")
