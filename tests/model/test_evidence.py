"""What a fact of evidence must be."""

import pytest

from glossary.errors import InvalidInput
from glossary.model import Evidence


@pytest.mark.parametrize("date", ["", "2023", "2023-02", "2023-02-28", "2024-02-29"])
def test_a_date_may_be_partial(date: str) -> None:
    assert Evidence(date=date).date == date


@pytest.mark.parametrize("date", ["2023-02-30", "2023-02-29", "2023-04-31", "2023-13", "2023-00", "0000"])
def test_a_date_that_is_not_in_the_calendar_is_refused(date: str) -> None:
    with pytest.raises(InvalidInput, match=f"'{date}' is no date: the calendar has no such day or month"):
        Evidence(date=date)


@pytest.mark.parametrize("date", ["Jan-26", "2/3/2020", "2023-2-3", "20230203", "２０２３"])
def test_a_date_in_another_form_is_refused_with_the_forms_that_there_are(date: str) -> None:
    with pytest.raises(InvalidInput, match="is no date; write YYYY, YYYY-MM or YYYY-MM-DD"):
        Evidence(date=date)


@pytest.mark.parametrize(
    "url", ["", "http://example.org", "https://example.org/a?b=1", "HTTPS://example.org"]
)
def test_an_address_is_one_of_the_web_or_empty(url: str) -> None:
    assert Evidence(url=url).url == url


@pytest.mark.parametrize("url", ["example.org", "javascript:alert(1)", "ftp://example.org", "https:/x"])
def test_any_other_address_is_refused(url: str) -> None:
    with pytest.raises(
        InvalidInput, match="is no web address; write one that begins with https:// or http://"
    ):
        Evidence(url=url)
