"""One look at a text tells which kinds of damage it could hold, so that no other is looked for."""

from importlib import import_module

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.documents.damage import Damage, scan_damage
from glossary.documents.repair import repair_text

EVERY_KIND = Damage(sum(kind.value for kind in Damage))
SIGNS = "(（dīＡ\u3000\x0b\x85\x00\x9f\u200b\ufeff\ud800𠮷?锟Ã\u00a0©ｱж锛\ue000"
SUSPECTS = st.text(alphabet="海堤。1a" + SIGNS, max_size=20)
REPAIR = import_module("glossary.documents.repair")  # glossary.documents has a function of this name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ＡＰＰ", Damage.WIDE),
        ("海\u3000堤", Damage.WIDE),
        ("海\x0b堤", Damage.LINE_SEPARATOR),
        ("海\ud800堤", Damage.SURROGATE),
        ("海\x00堤", Damage.CONTROL),
        ("海\u200b堤", Damage.INVISIBLE),
        ("海（堤", Damage.BRACKET),
        ("海a堤", Damage.LATIN),
        ("海??堤", Damage.LOST),
        ("锟斤拷", Damage.LOST),
    ],
)
def test_each_kind_is_told_by_its_signs(text: str, kind: Damage) -> None:
    assert kind in scan_damage(text)


@pytest.mark.parametrize("text", ["", "海堤巡查，潮位上报。\n\t", "2024 年"])
def test_a_sound_text_has_no_signs(text: str) -> None:
    assert scan_damage(text) is Damage.NONE


def test_a_reading_in_brackets_needs_a_bracket_and_letters() -> None:
    assert scan_damage("渗(shèn)水").may_hold_readings
    assert not scan_damage("渗(水)").may_hold_readings
    assert not scan_damage("渗shèn水").may_hold_readings


@given(SUSPECTS)
def test_what_is_not_looked_for_is_not_there(text: str) -> None:
    repaired = repair_text(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(REPAIR, "scan_damage", lambda _: EVERY_KIND)
        assert repair_text(text) == repaired
