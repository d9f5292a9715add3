"""Short forms that nobody declares are inferred, with precision before recall."""

import pytest

from glossary.mining.short_forms import Form, infer_short_forms, shortens


def form(written: str, *documents: int) -> Form:
    return Form(tuple(written.split()), frozenset(documents or (0,)))


@pytest.mark.parametrize(
    ("short", "full"),
    [("渔管平台", "渔港 管理 信息化 平台"), ("海综中心", "海洋 综合 治理 中心"), ("渔保港", "渔业保护 港")],
)
def test_first_characters_of_words_make_a_short_form(short: str, full: str) -> None:
    assert shortens(short, full.split())


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("渔港平台", "渔港 管理 信息化 平台"),
        ("信息化平台", "渔港 管理 信息化 平台"),
        ("管渔平台", "渔港 管理 信息化 平台"),
        ("港理平台", "渔港 管理 信息化 平台"),
        ("渔管", "渔港 管理"),
        ("渔管系统", "渔港 管理 信息化 平台"),
        ("巡海员", "巡海 协管 人员"),
    ],
    ids=["words dropped", "a piece", "order", "second characters", "little dropped", "another head", "员"],
)
def test_anything_else_is_no_short_form(short: str, full: str) -> None:
    assert not shortens(short, full.split())


def test_a_short_form_leads_to_its_full_form() -> None:
    forms = [form("渔 管 平台"), form("渔港 管理 信息化 平台"), form("潮汐 预警")]
    assert infer_short_forms(forms) == {"渔管平台": "渔港管理信息化平台"}


def test_both_must_stand_in_one_document() -> None:
    assert infer_short_forms([form("渔 管 平台", 0), form("渔港 管理 信息化 平台", 1)]) == {}


def test_of_a_name_and_its_longer_alias_the_name_is_meant() -> None:
    forms = [form("渔 管 平台"), form("渔港 管理 信息化 平台"), form("渔县 渔港 管理 信息化 平台")]
    assert infer_short_forms(forms)["渔管平台"] == "渔港管理信息化平台"


def test_a_string_that_could_shorten_two_names_is_left_alone() -> None:
    forms = [form("渔 管 平台"), form("渔港 管理 信息化 平台"), form("渔业 管护 服务 平台")]
    assert infer_short_forms(forms) == {}


def test_the_order_of_the_forms_says_nothing() -> None:
    forms = [form("渔 管 平台"), form("渔港 管理 信息化 平台"), form("渔县 渔港 管理 信息化 平台")]
    assert infer_short_forms(forms) == infer_short_forms(forms[::-1])
