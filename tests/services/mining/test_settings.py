"""How to mine: lists of terms are read from files, and the base remembers what it was asked for."""

import shutil
from pathlib import Path

import pytest
from articles import TEXTS, write_articles
from base_dumps import dump

from glossary.errors import InvalidInput, UnreadableFile
from glossary.services.defaults import DEFAULT_MIN_COUNT
from glossary.services.mining.documents import remove_document
from glossary.services.mining.paths import mine_paths
from glossary.services.mining.settings import Settings, last_settings, read_terms
from glossary.store.database import Base, open_base

DYKE, COPY, CHANNEL, SAMPLE = TEXTS


@pytest.fixture
def terms_in(tmp_path: Path):
    """A function that writes bytes to a file and reads the terms in it."""

    def read(content: bytes) -> dict[str, str]:
        path = tmp_path / "terms.txt"
        path.write_bytes(content)
        return read_terms(path)

    return read


def settings_of(base: Base) -> Settings:
    with base.reading() as connection:
        return last_settings(connection)


def test_a_file_of_terms_has_one_on_each_line(terms_in) -> None:
    assert terms_in("海堤\n渔港\n".encode()) == {"海堤": "海堤", "渔港": "渔港"}


def test_terms_are_known_by_their_folded_key(terms_in) -> None:
    assert terms_in("漁港ＡＰＰ\n“三无”船舶".encode()) == {"渔港app": "漁港ＡＰＰ", "三无船舶": "“三无”船舶"}


@pytest.mark.parametrize(
    "content",
    [
        "\ufeff海堤\n渔港\n".encode(),
        "海堤\r\n渔港".encode(),
        "\n\n  海堤\t\n\u3000\n渔港\n\n".encode(),
        "海堤\n渔港\n".encode("gbk"),
        "海堤\n渔港\n".encode("utf-16"),
    ],
    ids=["byte order mark", "Windows line ends", "blank lines", "GBK", "UTF-16"],
)
def test_marks_blanks_and_encodings_do_not_matter(terms_in, content: bytes) -> None:
    assert terms_in(content) == {"海堤": "海堤", "渔港": "渔港"}


@pytest.mark.parametrize("content", [b"", b"\n \n", "\ufeff\n".encode()])
def test_a_file_without_a_term_is_refused_with_what_to_write(terms_in, content: bytes) -> None:
    with pytest.raises(InvalidInput, match=r"terms\.txt holds no term; write one on each line"):
        terms_in(content)


def test_a_file_that_is_not_there_is_named_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match=r"absent\.txt: no such file.*name a file with one term"):
        read_terms(tmp_path / "absent.txt")


def test_a_folder_is_no_file_of_terms(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="is a directory; name a file with one term on each line"):
        read_terms(tmp_path)


def test_a_file_that_is_no_text_is_refused(terms_in) -> None:
    with pytest.raises(UnreadableFile, match=r"terms\.txt: "):
        terms_in(b"\xff\x81\x8d\x90" * 50)


def test_a_base_that_was_never_mined_has_the_usual_settings(base: Base) -> None:
    assert settings_of(base) == Settings(min_count=DEFAULT_MIN_COUNT)


def test_the_base_remembers_the_least_count_and_both_lists(base: Base, tmp_path: Path) -> None:
    asked = Settings(min_count=3, watched={"渔港app": "漁港ＡＰＰ"}, stopped={"堤防管理站": "堤防管理站"})
    mine_paths(base, write_articles(tmp_path / "articles", DYKE), asked, who="tester")
    assert settings_of(base) == asked


def test_a_later_run_asks_anew(base: Base, tmp_path: Path) -> None:
    paths = write_articles(tmp_path / "articles", DYKE)
    mine_paths(base, paths, Settings(min_count=3, watched={"渠长": "渠长"}), who="tester")
    mine_paths(base, paths, Settings(), who="tester")
    assert settings_of(base) == Settings()


def test_when_a_document_is_removed_the_rest_is_mined_as_it_was_asked_for(
    empty_base_file: Path, tmp_path: Path
) -> None:
    asked = Settings(min_count=3, watched={"白蚁穴": "白蚁穴"}, stopped={"堤防管理站": "堤防管理站"})
    dumps = []
    for name, articles in (("without", (DYKE, COPY)), ("removed", (DYKE, COPY, CHANNEL))):
        folder = tmp_path / name
        folder.mkdir()
        path = Path(shutil.copyfile(empty_base_file, folder / "terms.db"))
        with open_base(str(path), write=True) as base:
            report = mine_paths(base, write_articles(folder / "articles", *articles), asked, who="tester")
            for record in report.documents[2:]:
                remove_document(base, record.id, who="tester")
            assert settings_of(base) == asked
        dumps.append([row for row in dump(path) if row.startswith(('["candidate"', '["context"'))])
    assert dumps[0] == dumps[1]
