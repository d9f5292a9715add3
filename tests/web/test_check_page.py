"""The page on which a translation is pasted and checked."""

import pytest
from fastapi.testclient import TestClient

CHECK = "/check"


def test_the_form_asks_for_both_texts(client: TestClient) -> None:
    page = client.get(CHECK).text
    assert 'name="source"' in page
    assert 'name="target"' in page


def test_each_line_with_a_finding_is_shown_with_what_to_write(client: TestClient) -> None:
    texts = {"source": "网格员上门。\r\n网格员敲门。", "target": "A grid worker calls.\r\nStaff knock."}
    page = client.post(CHECK, data=texts).text
    assert "1 finding<" in page
    assert "<h3>line 2</h3>" in page
    assert "<h3>line 1</h3>" not in page
    assert "网格员 is not rendered as “grid worker”" in page


def test_a_sound_translation_is_said_to_be_one(client: TestClient) -> None:
    page = client.post(CHECK, data={"source": "网格员上门。", "target": "Grid workers call."}).text
    assert "0 findings" in page
    assert "Every term" in page


def test_a_text_without_terms_is_not_said_to_be_sound(client: TestClient) -> None:
    page = client.post(CHECK, data={"source": "下雨了。", "target": "It rains."}).text
    assert "knows no term" in page


def test_what_was_pasted_stays_and_is_escaped(client: TestClient) -> None:
    texts = {"source": "网格员</textarea><script>", "target": "<img src=x>"}
    page = client.post(CHECK, data=texts).text
    assert "&lt;/textarea&gt;&lt;script&gt;" in page
    assert "<img src=x>" not in page


@pytest.mark.parametrize(
    ("source", "target", "told"),
    [
        ("", "", "no words"),
        ("网格员。\n网格员。", "One line.", "lines"),
        ("One.", "Two.", "Chinese"),
    ],
)
def test_texts_that_do_not_go_together_are_refused_with_the_reason(
    client: TestClient, source: str, target: str, told: str
) -> None:
    response = client.post(CHECK, data={"source": source, "target": target})
    assert response.status_code == 400
    assert told in response.text.partition('role="alert"')[2]


def test_of_many_findings_the_first_are_shown(client: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("glossary.web.check_page.MOST_SHOWN", 2)
    page = client.post(CHECK, data={"source": "网格员。\n" * 5, "target": "Staff.\n" * 5}).text
    assert "5 findings" in page
    assert page.count('class="faulty"') == 2
