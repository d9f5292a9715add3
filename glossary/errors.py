"""Every error that a user can cause, in one tree; each message says what to do next.

What to give stands there by its name, as in `instead`, which is the member of a body and the argument of a
tool; the command line prints it as its option. A BaseError alone names options: its ``public`` is for others.

GlossaryError                 exit 2; base of all
├── InvalidInput              a value, a query, an option or a file's content is not usable
│   ├── UnknownName           a name is not among those that exist (the message lists them)
│   └── UndoRefused           a change cannot be taken back; the message says what stands in the way
├── UnreadableFile            a file or folder cannot be read or written
├── BaseError                 the termbase itself cannot be used (newer, locked, no database, read-only)
├── ProcessLost               a process that read documents was ended, as for want of memory
├── EditClash                 two people changed the same place of a concept; the message has both
├── StaleVersion              a concept is not any more what somebody saw
├── Ambiguous                 several concepts fit; the message lists them
├── NotFound                  exit 1; nothing there under that name
└── NothingMined              exit 1; no document could be mined
"""

from collections.abc import Iterable

EXIT_FINDINGS = 1
EXIT_WRONG_USE = 2


class GlossaryError(Exception):
    """Base class: one sentence for the user, and the exit code it leads to."""

    exit_code = EXIT_WRONG_USE

    @property
    def public(self) -> str:
        """What may be said to those far away: all but where a termbase lies."""
        return str(self)


class InvalidInput(GlossaryError):
    """A value, a query, an option or the content of a file is not usable."""


class UnknownName(InvalidInput):
    """A name that is not among those that exist."""

    def __init__(self, what: str, name: str, known: Iterable[str]) -> None:
        super().__init__(f"there is no {what} {name!r}; known: {', '.join(sorted(known))}")


class UndoRefused(InvalidInput):
    """What was done cannot be taken back, since something was done to the same thing later."""


class UnreadableFile(GlossaryError):
    """A file or folder that cannot be read or written; says which and why."""

    def __init__(self, path: object, reason: str) -> None:
        self.path = str(path)
        self.reason = reason
        super().__init__(f"{path}: {reason}")


class BaseError(GlossaryError):
    """The termbase cannot be used as it is; ``public`` says so without where it lies, for those far away."""

    def __init__(self, message: str, *, public: str = "") -> None:
        self._public = public or "the termbase cannot be used at the moment; ask whoever runs this server"
        super().__init__(message)

    @property
    def public(self) -> str:
        """The same in words that do not say where the termbase lies."""
        return self._public


class ProcessLost(GlossaryError):
    """A process that read documents was ended by somebody else."""

    def __init__(self) -> None:
        super().__init__(
            "a process that read documents was ended, perhaps for want of memory; nothing was written; "
            "mine fewer files at a time"
        )


class EditClash(GlossaryError):
    """Two people changed the same place of a concept; ``clashes`` are (place, its words now, yours)."""

    def __init__(self, concept: str, clashes: Iterable[tuple[str, str, str]]) -> None:
        self.concept = concept
        self.clashes = tuple(clashes)
        told = "".join(
            f"\n  {place}\n    now:   {here or '(nothing)'}\n    yours: {there or '(nothing)'}"
            for place, here, there in self.clashes
        )
        super().__init__(
            f"{concept} was changed by somebody else since you read it, in the same place. "
            f"Nothing was written; read it again and make your change there{told}"
        )


class StaleVersion(GlossaryError):
    """A concept is not any more what somebody saw; ``version`` names what it is now."""

    def __init__(self, concept: str, version: str, *, why: str) -> None:
        self.concept = concept
        self.version = version
        super().__init__(f"{why}; nothing was changed; read {concept} again and make your change there")


class Ambiguous(GlossaryError):
    """Several concepts fit where one is needed; ``choices`` are (id, what tells it from the others)."""

    def __init__(self, message: str, choices: Iterable[tuple[str, str]] = ()) -> None:
        self.choices = tuple(choices)
        super().__init__(message)


class NotFound(GlossaryError):
    """Nothing is there under that name."""

    exit_code = EXIT_FINDINGS


class NothingMined(GlossaryError):
    """Not one document could be read and mined."""

    exit_code = EXIT_FINDINGS
