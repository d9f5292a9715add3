import pytest

from glossary.documents.compatibility import unify
from glossary.documents.titles import clean_company, clean_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Microsoft Word - 关于停水的通知.doc", "关于停水的通知"),
        (" 楼栋议事  手册 ", "楼栋议事 手册"),
        ("新建 Microsoft Word 文档", ""),
        ("PowerPoint 演示文稿", ""),
        ("Word Document", ""),
        ("文档1", ""),
        ("untitled", ""),
        ("20220506_01", ""),
        ("文档管理办法", "文档管理办法"),
    ],
)
def test_a_title_is_taken_without_what_programs_fill_in(text: str, title: str) -> None:
    assert clean_title(text) == title


@pytest.mark.parametrize(
    ("text", "company"),
    [
        ("青岚市社会工作部", "青岚市社会工作部"),
        ("Microsoft", ""),
        ("微软中国", ""),
        ("User", ""),
        ("China", ""),
    ],
)
def test_a_company_is_taken_unless_a_copy_of_office_came_with_it(text: str, company: str) -> None:
    assert clean_company(text) == company


def test_what_fonts_put_for_characters_is_replaced_and_counted() -> None:
    assert unify("⼯作⻓、ﬁne、\ufa1b") == ("工作长、fine、福", {"compatibility-character": 4})


def test_ordinary_text_stays() -> None:
    assert unify("工作长①：Ａ") == ("工作长①：Ａ", {})
