"""Looking up while one types, in a full screen; Textual is imported when the verb runs."""

import gc

from glossary.cli.options import reading

NO_TERMINAL = (
    "name what to look up: `glossary lookup QUERY`; without a query it answers while you type, and for that "
    "needs a terminal that it can fill"
)


def search(db: str | None, *, document: str, logs: bool) -> int:
    """Fill the terminal until somebody leaves; print what was copied, and return the exit code."""
    from glossary.cli.search.application import SearchApp
    from glossary.cli.search.asking import Asker
    from glossary.services.mining.documents import read_text

    with reading(db) as base:
        beside = read_text(base, document) if document else ""
        app = SearchApp(Asker(base, beside=beside, logs=logs))
        gc.freeze()  # else a key now and then takes a tenth of a second longer, to walk all that was loaded
        app.run()
    for text in app.taken:
        print(text)
    return app.return_code or 0
