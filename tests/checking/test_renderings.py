"""The forms in which a rendering will do, and those in which it will not."""

import pytest

from glossary.model import Rendering

from .checked import check, concept, told

MISSING = [(1, "missing", "术语")]


def says(rendering: str, target: str) -> list[tuple[int, str, str]]:
    return told(check([concept(0, "术语", rendering)], ("术语", target)))


@pytest.mark.parametrize(
    ("rendering", "target"),
    [
        ("grid worker", "Grid workers make rounds."),
        ("grid worker", "the GRID-WORKERS' pay"),
        ("grid worker", "the grid’s worker"),
        ("governance center", "a governance centre"),
        ("micro-grid", "microgrids"),
        ("subdistrict office", "the sub-district office"),
        ("public program", "public programmes"),
        ("resolve disputes", "by resolving disputes"),
        ("resolve disputes", "Disputes were quickly resolved."),
        ("resolve disputes", "the resolution of a dispute"),
        ("resolve disputes", "dispute resolution"),
        ("enforce the law", "The law is strictly enforced."),
        ("build a safer society", "building a safer society"),
        ("hold a meeting", "A meeting was held."),
        ("integrated governance center", "a center for integrated governance"),
        ("home-based elderly care", "home-based care for the elderly"),
        ("grid leader", "the leader of each grid"),
        ("list of responsibilities", "a responsibility list"),
        ("list of responsibilities", "lists of departmental responsibilities"),
        ("conflicts and disputes", "disputes and conflicts"),
        ("letters and visits", "letters & visits"),
        ("left-behind children", "children left behind"),
        ("rural grid", "rural and urban grids"),
        ("urban grid", "urban and rural grids"),
        ("grid captain", "grid workers and captains"),
        ("social governance", "social, economic and cultural governance"),
        ("police officer", "police (PSB) officers"),
        ("community corrections", "community correction"),
        ("left-behind children", "children who are left behind"),
        ("advance reform", "advances in reform"),
        ("handle cases", "case handling"),
        ("capacity building", "building capacity"),
        ("carry out inspections", "Inspections were carried out."),
        ("set up a working group", "A working group was set up."),
        ("settle disputes through mediation", "Disputes are settled through mediation."),
        ("cut taxes and reduce fees", "cutting taxes and reducing fees"),
        ("crime prevention and control system", "a system for the prevention and control of crime"),
        ("participation in crime prevention", "participation in the prevention of crime"),
        ("Internet of Things devices", "devices for the Internet of Things"),
        ("dispute mediation", "They mediate disputes."),
        ("dispute mediation", "Most disputes are mediated at home."),
        ("mediation", "to mediate"),
        ("protection of rights", "protecting their rights"),
        ("system for crime prevention and control", "a system for preventing and controlling crime"),
        ("modernisation of governance", "modernizing governance"),
        ("identification and resolution of disputes", "Disputes are identified and resolved."),
    ],
)
def test_this_will_do(rendering: str, target: str) -> None:
    assert says(rendering, target) == []


@pytest.mark.parametrize(
    ("rendering", "target"),
    [
        ("grid worker", "Workers check the grid."),
        ("grid worker", "The grid has new and better paid workers."),
        ("grid worker", "They watch the grid. Workers rest."),
        ("social work", "social governance and office work"),
        ("policing", "the police"),
        ("community police", "community policing"),
        ("mediation", "meditation"),
        ("governance", "government"),
        ("rule of law", "rule by law"),
        ("power grid", "grid"),
        ("grid worker", "worker grid"),
        ("digital economy", "economy, digital"),
        ("people with disabilities", "older people, persons with disabilities"),
        ("social organization", "They organize social events."),
        ("comprehensive management", "They manage comprehensive schools."),
        ("people's mediation", "to mediate between people"),
    ],
)
def test_this_will_not_do(rendering: str, target: str) -> None:
    assert says(rendering, target) == MISSING


@pytest.mark.parametrize(("target", "expected"), [("the SkyNet's eyes", []), ("the Skynet", MISSING)])
def test_case_matters_where_the_rendering_says_so(target: str, expected: list[tuple[int, str, str]]) -> None:
    named = concept(0, "术语", Rendering(text="SkyNet", case_sensitive=True))
    assert told(check([named], ("术语", target))) == expected


def test_a_wrong_case_is_quoted() -> None:
    named = concept(0, "术语", Rendering(text="SkyNet", case_sensitive=True))
    (finding,) = check([named], ("术语", "the Skynet"))
    assert finding.found == "Skynet"


def test_how_many_words_may_be_inserted_is_told_for_a_rendering() -> None:
    from glossary.checking.designations import designate
    from glossary.checking.target import Target

    named = concept(0, "术语", "grid worker")
    strict = designate("术语", [named], modifiers=2, own_modifiers={"grid worker": 0})
    (name,) = strict.accepted
    assert name.find(Target.read("the grid worker"))
    assert not name.find(Target.read("the grid patrol worker"))
