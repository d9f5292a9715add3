"""What an import did, as the command line prints it with ``--json`` and HTTP answers it."""

from dataclasses import asdict

from glossary.report.payloads import describe_import
from glossary.report.records import Payload
from glossary.services.importing.files import ImportReport


def describe_done(done: ImportReport, *, dry_run: bool) -> Payload:
    """Return the report as members of a JSON object; a list that may be long is an iterator.

    A dry run tells each change that it would make.
    """
    told = describe_import(done.added, done.changed, done.unchanged, done.conflicts, done.dropped)
    more = {"duplicates": map(asdict, done.duplicates)}
    compared = {"snapshot": done.snapshot or None, "missing": done.missing}
    changes = {"changes": map(asdict, done.previews)} if dry_run else {}
    return {**told, **more, **compared, **changes}
