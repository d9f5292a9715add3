"""Serving the termbase over HTTP."""

from contextlib import suppress
from typing import Annotated

import typer

from glossary.cli.options import DbOption, chosen, reading
from glossary.cli.output import print_note

DEFAULT_HOST = "127.0.0.1"
DEFAULT_PORT = 8000
LAST_PORT = 65_535
# A query of ten thousand Chinese characters takes 90,000 bytes; the application says that it is too long.
LONGEST_REQUEST_HEAD_BYTES = 262_144


def add_verbs(app: typer.Typer) -> None:
    """Add the verb of this family."""
    app.command("serve")(serve)


def serve(
    host: Annotated[str, typer.Option(help="The address to listen on.")] = DEFAULT_HOST,
    port: Annotated[
        int, typer.Option(min=0, max=LAST_PORT, help="The port to listen on; 0 takes a free one.")
    ] = DEFAULT_PORT,
    db: DbOption = None,
) -> None:
    """Serve a search page, the JSON lookup and downloads; Ctrl+C stops it. Nothing can be changed there."""
    # No other verb waits for these.
    import uvicorn

    from glossary.web.app import make_app
    from glossary.web.listening import accepted_hosts, address_of, open_listener

    choice = chosen(db)
    with reading(db):
        pass  # a base that cannot be used is said here, before anything listens
    with open_listener(host, port) as listener:
        app = make_app(choice, hosts=accepted_hosts(listener))
        config = uvicorn.Config(
            app,
            http="h11",
            h11_max_incomplete_event_size=LONGEST_REQUEST_HEAD_BYTES,
            log_level="warning",
            server_header=False,
        )
        print_note(f"serving on {address_of(listener)} (Ctrl+C stops)")
        with suppress(KeyboardInterrupt):
            uvicorn.Server(config).run(sockets=[listener])
