"""Long work says on stderr how far it is; short work says nothing."""

import io
from contextlib import redirect_stderr

import pytest

from glossary.cli.progress import LINE_EVERY_SECONDS, PATIENCE_SECONDS, describe_amount, show_progress

MEGABYTE = 1_000_000
CURSOR_SHOWN_AND_LINE_CLEARED = "\x1b[?25h\r\x1b[1A\x1b[2K"
Capture = pytest.CaptureFixture[str]


class Clock:
    """A clock that stands still until it is set."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """What is written to a stderr that is a terminal."""
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def test_work_of_less_than_two_seconds_says_nothing(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        progress("reading", 0, MEGABYTE)
        clock.seconds += PATIENCE_SECONDS - 0.01
        progress("mining")
    assert capsys.readouterr().err == ""


def test_longer_work_says_its_stage_and_how_much_is_done(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        clock.seconds += 2
        progress("reading", MEGABYTE, 4 * MEGABYTE)
    assert capsys.readouterr().err == "reading … 25% of 4.0 MB, 0.5 MB/s, 6 s left\n"


def test_a_stage_that_is_not_counted_is_only_named(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        clock.seconds += 3
        progress("mining")
    assert capsys.readouterr().err == "mining …\n"


def test_within_a_stage_there_is_a_line_every_few_seconds(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        clock.seconds += 2
        for _ in range(11):
            progress("reading", MEGABYTE, 4 * MEGABYTE)
            clock.seconds += LINE_EVERY_SECONDS / 5
    assert len(capsys.readouterr().err.splitlines()) == 3


def test_the_rate_is_that_of_the_stage_and_not_of_what_was_done_before(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        progress("reading the background", 0, MEGABYTE)
        clock.seconds += 60
        progress("reading", 0, 4 * MEGABYTE)
        clock.seconds += LINE_EVERY_SECONDS
        progress("reading", MEGABYTE, 4 * MEGABYTE)
    assert capsys.readouterr().err.splitlines()[-1] == "reading … 25% of 4.0 MB, 0.2 MB/s, 15 s left"


def test_each_new_stage_is_a_line_at_once(capsys: Capture, clock: Clock) -> None:
    with show_progress(clock) as progress:
        clock.seconds += 2
        for stage in ("reading", "comparing", "mining", "mining"):
            progress(stage)
    assert capsys.readouterr().err.splitlines() == ["reading …", "comparing …", "mining …"]


@pytest.mark.parametrize("done", [0, MEGABYTE])
def test_what_is_not_counted_has_no_amount(done: int) -> None:
    assert describe_amount(done, 0, 1.0) == ""


def test_before_anything_is_done_only_the_whole_is_told() -> None:
    assert describe_amount(0, 60 * MEGABYTE, 10.0) == " 60.0 MB"


def test_a_long_rest_is_told_in_minutes() -> None:
    assert describe_amount(MEGABYTE, 61 * MEGABYTE, 10.0).endswith(" 10 min left")


def test_an_amount_is_told_with_its_rate_and_the_time_left() -> None:
    told = describe_amount(30 * MEGABYTE, 60 * MEGABYTE, 10.0)
    assert told == " 50% of 60.0 MB, 3.0 MB/s, 10 s left"


def test_all_done_leaves_no_time() -> None:
    assert describe_amount(MEGABYTE, MEGABYTE, 2.0).endswith("100% of 1.0 MB, 0.5 MB/s, 0 s left")


def test_no_time_at_all_divides_by_nothing() -> None:
    assert describe_amount(MEGABYTE, MEGABYTE, 0.0).endswith(" 0 s left")


def test_a_terminal_gets_no_bar_for_short_work(terminal: Terminal, clock: Clock) -> None:
    with redirect_stderr(terminal), show_progress(clock) as progress:
        progress("reading", MEGABYTE, 4 * MEGABYTE)
        clock.seconds += PATIENCE_SECONDS - 0.01
        progress("mining")
    assert terminal.getvalue() == ""


def test_a_terminal_gets_a_bar_for_long_work(terminal: Terminal, clock: Clock) -> None:
    with redirect_stderr(terminal), show_progress(clock) as progress:
        clock.seconds += 2
        progress("reading", MEGABYTE, 4 * MEGABYTE)
    assert "reading" in terminal.getvalue()
    assert "25% of 4.0 MB, 0.5 MB/s, 6 s left" in terminal.getvalue()


def test_a_stage_that_is_not_counted_has_no_figures_of_the_one_before(
    terminal: Terminal, clock: Clock
) -> None:
    with redirect_stderr(terminal), show_progress(clock) as progress:
        clock.seconds += 2
        progress("reading", MEGABYTE, 4 * MEGABYTE)
        progress("mining")
    *_, last = terminal.getvalue().split("mining")
    assert "4.0" not in last


def test_the_bar_is_taken_away_where_the_work_is_stopped(terminal: Terminal, clock: Clock) -> None:
    def stop() -> None:
        with redirect_stderr(terminal), show_progress(clock) as progress:
            clock.seconds += 2
            progress("reading", MEGABYTE, 4 * MEGABYTE)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stop()
    assert terminal.getvalue().endswith(CURSOR_SHOWN_AND_LINE_CLEARED)
