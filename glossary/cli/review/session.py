"""One sitting: which candidates it is about, where it stands, and how fast it goes. No screen, no base."""

from collections import Counter
from collections.abc import Iterable, Iterator

from glossary.model import CandidateState, RankedCandidate

BREAK_SECONDS = 300.0
"""Who takes longer over one candidate has gone for tea; that does not count towards the pace."""
STATES_TOLD = (CandidateState.ACCEPTED, CandidateState.REJECTED, CandidateState.DEFERRED)
SEPARATOR = " · "
MINUTE_SECONDS = 60
HOUR_MINUTES = 60


class Session:
    """The candidates of a sitting in their order, the one that is shown, and what was decided in it.

    ``moment`` is a clock's reading in seconds when the sitting began.
    """

    def __init__(self, entries: Iterable[RankedCandidate], *, start: str = "", moment: float = 0.0) -> None:
        self.entries = list(entries)
        self.decided_here: dict[str, CandidateState] = {}
        self._passed: set[str] = set()
        self._spent: list[float] = []
        self._last_moment = moment
        self.at = self._place_of(start) if start else self._first_open()

    @property
    def current(self) -> RankedCandidate:
        """The candidate that is shown."""
        return self.entries[self.at]

    @property
    def counts(self) -> Counter[CandidateState]:
        """How many candidates of the sitting are in each state."""
        return Counter(entry.state for entry in self.entries)

    @property
    def passed(self) -> int:
        """How many candidates were passed by and are open still."""
        return len({self.entries[place].candidate.id for place in self._open_places(passed=True)})

    def extend(self, entries: Iterable[RankedCandidate]) -> None:
        """Take further candidates in, after those that are there."""
        self.entries += entries

    def pass_by(self) -> None:
        """Leave the candidate on show for later: others come first, those of a further sitting too."""
        self._passed.add(self.current.candidate.id)

    def refresh(self, entry: RankedCandidate) -> None:
        """Take over what the base says of a candidate now."""
        for place in self._places_of(entry.candidate.id):
            self.entries[place] = entry

    def note_decision(self, entry: RankedCandidate, *, moment: float) -> None:
        """Take over a candidate that was decided on just now, or opened again."""
        self.refresh(entry)
        self._spent.append(moment - self._last_moment)
        self._last_moment = moment
        if entry.state is CandidateState.NEW:
            self.decided_here.pop(entry.candidate.id, None)
        else:
            self.decided_here[entry.candidate.id] = entry.state

    def go_on(self) -> bool:
        """Show the next that is open and was not passed by, going round; return whether there is one."""
        return self._go_to_open(passed=False)

    def go_back_to_passed(self) -> bool:
        """Show the next of those that were passed by, going round; return whether there is one."""
        return self._go_to_open(passed=True)

    def _go_to_open(self, *, passed: bool) -> bool:
        following = next(self._open_places(passed=passed), None)
        if following is None:
            return False
        self.at = following
        return True

    def step(self, places: int) -> None:
        """Show the candidate so many places on, or back, whatever its state."""
        self.at = min(max(self.at + places, 0), len(self.entries) - 1)

    def go_to(self, id: str) -> bool:
        """Show the candidate of this id; return whether the sitting has it."""
        place = next(self._places_of(id), None)
        self.at = self.at if place is None else place
        return place is not None

    def _places_of(self, id: str) -> Iterator[int]:
        return (place for place, entry in enumerate(self.entries) if entry.candidate.id == id)

    def _place_of(self, id: str) -> int:
        return next(self._places_of(id), 0)

    def _first_open(self) -> int:
        by_state = (CandidateState.NEW, CandidateState.DEFERRED)
        places = (at for state in by_state for at, one in enumerate(self.entries) if one.state is state)
        return next(places, 0)

    def _open_places(self, *, passed: bool) -> Iterator[int]:
        """Those that nobody decided on, from here on and round; then those put off before this sitting."""
        round_from_here = [*range(self.at + 1, len(self.entries)), *range(self.at + 1)]
        for state in (CandidateState.NEW, CandidateState.DEFERRED):
            for place in round_from_here:
                entry = self.entries[place]
                id = entry.candidate.id
                if entry.state is state and id not in self.decided_here and passed is (id in self._passed):
                    yield place

    def seconds_each(self) -> float | None:
        """Return how long a decision of this sitting took on average; None before the first."""
        steady = [spent for spent in self._spent if spent <= BREAK_SECONDS]
        return sum(steady) / len(steady) if steady else None

    def tell_progress(self, columns: int) -> str:
        """Return ``37 of 200 · 12 accepted · 20 rejected · 5 deferred · 41 s each, 1 h 52 min to go``.

        What does not fit is left out from its end.
        """
        counts = self.counts
        decided = sum(counts[state] for state in STATES_TOLD)
        told = [f"{counts[state]} {state}" for state in STATES_TOLD if counts[state]]
        whole = SEPARATOR.join([f"{decided} of {len(self.entries)}", *told])
        for part in self._tell_pace():
            if len(whole + part) <= columns:
                whole += part
        return whole

    def _tell_pace(self) -> Iterator[str]:
        each, left = self.seconds_each(), self.counts[CandidateState.NEW]
        if each is not None:
            yield f"{SEPARATOR}{each:.0f} s each"
            yield f", {tell_duration(each * left)} to go" if left else ""

    def summarize(self) -> str:
        """Return what was decided in this sitting, for when it is over."""
        counts = Counter(self.decided_here.values())
        told = ", ".join(f"{counts[state]} {state}" for state in STATES_TOLD if counts[state])
        left = self.counts[CandidateState.NEW]
        rest = f"{left} of {len(self.entries)} left" if left else "none left to decide"
        done = f"decided {counts.total()}: {told}" if told else "decided none"
        return f"{done}; {rest}"


def tell_duration(seconds: float) -> str:
    """Return seconds as ``1 h 52 min``, ``52 min`` or ``40 s``."""
    if seconds < MINUTE_SECONDS:
        return f"{seconds:.0f} s"
    hours, minutes = divmod(round(seconds / MINUTE_SECONDS), HOUR_MINUTES)
    return f"{hours} h {minutes} min" if hours else f"{minutes} min"
