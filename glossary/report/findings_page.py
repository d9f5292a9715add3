"""The findings of a check as one HTML text that holds everything it needs and asks nobody for more."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from glossary.model import Finding, Pair, Side
from glossary.report.clean_texts import chinese_tag, clean_text
from glossary.report.pages import fill, make_environment


@dataclass(frozen=True, slots=True)
class FaultySegment:
    """A segment with its findings, in their order."""

    pair: Pair
    findings: Sequence[Finding]

    @property
    def source(self) -> Markup:
        """The Chinese with what it is about marked."""
        return _mark(self.pair.source, self.findings, Side.SOURCE)

    @property
    def target(self) -> Markup:
        """The English with what is wrong in it marked."""
        return _mark(self.pair.target, self.findings, Side.TARGET)

    @property
    def language(self) -> str:
        """The language tag of the Chinese."""
        return chinese_tag(self.pair.source)


def write_findings_page(findings: Sequence[Finding], *, segments: int, waived: int, more: int) -> str:
    """Return the page; what comes from files is escaped. ``more`` findings were made and are not shown."""
    return fill(
        make_environment().get_template("findings.html"),
        style="terms.css",
        faulty=by_segment(findings),
        kinds=Counter(finding.kind.value for finding in findings).most_common(),
        findings=len(findings),
        segments=segments,
        waived=waived,
        more=more,
    )


def by_segment(findings: Sequence[Finding]) -> list[FaultySegment]:
    """Return the findings of each segment together: what differs between segments is found last."""
    ordered = sorted(findings, key=lambda one: (one.pair.path, one.pair.number))
    return [FaultySegment(pair, list(same)) for pair, same in groupby(ordered, key=lambda one: one.pair)]


def _mark(text: str, findings: Sequence[Finding], side: Side) -> Markup:
    """Return an escaped text with its findings marked; of two that overlap, the first."""
    parts, done = [], 0
    spans = sorted((one.start, one.end, one.kind.value) for one in findings if one.side is side)
    for start, end, kind in spans:
        if start < done or end <= start:
            continue
        parts += [
            Markup("{}").format(clean_text(text[done:start])),
            Markup('<mark class="{}">{}</mark>').format(kind, clean_text(text[start:end])),
        ]
        done = end
    return Markup("").join([*parts, Markup("{}").format(clean_text(text[done:]))])
