"""What a tool was given and gives back untouched: the base it came from has nothing to learn from it."""

from pathlib import Path

import pytest

from glossary.formats.registry import find_format
from glossary.store.database import Base

from ..spreadsheets import bring, concepts, export

GIVEN_AND_READ = [
    "amazon",
    "azure",
    "cedict",
    "deepl",
    "deepl-csv",
    "google",
    "google-set",
    "memoq",
    "omegat",
    "po",
    "skos",
    "tmx",
    "trados",
    "utx",
    "weblate",
    "wordfast",
]


@pytest.mark.parametrize("name", GIVEN_AND_READ)
@pytest.mark.parametrize("codes", [("zh-CN", "en"), ("zh-TW", "en-US")])
def test_a_file_that_comes_back_untouched_changes_nothing_whatever_its_codes(
    base: Base, tmp_path: Path, name: str, codes: tuple[str, str]
) -> None:
    before = concepts(base)
    written = export(base, name, tmp_path, source_lang=codes[0], target_lang=codes[1])
    path = written.rename(written.with_suffix(find_format(name).extensions[0]))
    report = bring(base, path)
    assert (report.added, report.changed) == ((), ())
    assert report.unchanged
    assert concepts(base) == before
