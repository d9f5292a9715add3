"""What `glossary align --save` kept is proposed with its sentence pair, and brings its document along."""

import pytest
from review_base import WORKER

from glossary.curation.proposals import STANDS_FOR
from glossary.model import Attestation, Basis, Evidence, Tier
from glossary.services.concepts.editing import show_concept
from glossary.services.mining.candidates import find_candidate
from glossary.services.review.attesting import keep_list
from glossary.store.database import Base

from .conftest import Sit

QUOTED = f"网格员每天走访。{STANDS_FOR}Grid attendants visit daily. (in 3 sentence pairs)"
FACT = Evidence(
    publisher="Office of Grids", date="2022-03", tier=Tier.OFFICIAL, basis=Basis.BILINGUAL, note=QUOTED
)


@pytest.fixture(autouse=True)
def aligned(base: Base) -> None:
    """A list as aligning keeps it."""
    lines = [Attestation(zh="网格员", en="grid attendant", evidence=FACT)]
    keep_list(base, "aligned: Bulletin", lines, who="lan")


def test_an_aligned_rendering_is_proposed_first_with_its_sentence_pair(sit: Sit) -> None:
    text = sit().text
    assert "› 1 grid attendant  official: Office of Grids, 2022-03" in text
    assert QUOTED in text


def test_accepting_it_keeps_the_document_as_evidence(base: Base, sit: Sit) -> None:
    sit("a")
    decision = find_candidate(base, WORKER).decision
    assert decision
    assert decision.concept
    (rendering,) = show_concept(base, decision.concept).renderings
    assert rendering.evidence == (FACT,)
