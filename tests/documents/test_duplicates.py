from dataclasses import replace
from itertools import permutations

import pytest

from glossary.documents import cluster, duplicates, keep_matter
from glossary.documents.duplicates import cluster_grams, hash_grams, sample_grams, sampling_rate
from glossary.documents.repair import repair_text
from glossary.model import CleanText, Span

OTHER = """某某县试行河道巡护新办法
某某县有大小河道六十条，过去垃圾随手倒、污水随意排，沿河群众意见很大，治理起来常常反弹。
今年三月，县里给每条河道选了巡护员，划定岸线，配发手机，发现问题当场拍照上传，由镇里限期处置。
半年下来，巡护员上报问题九百多件，处置率超过九成，河水比从前清了许多，钓鱼的人也多了起来。"""


def clean(text: str) -> CleanText:
    return keep_matter(repair_text(text))


def test_a_text_and_its_copy_share_a_cluster(article: str) -> None:
    assert cluster([clean(article), clean(OTHER), clean(article)]) == [0, 1, 0]


def test_a_reprint_of_half_the_text_is_a_copy(article: str) -> None:
    lines = article.split("\n")
    assert cluster([clean(article), clean("\n".join([OTHER.split("\n")[1], *lines[1:4]]))]) == [0, 0]


def test_a_quotation_is_no_copy(article: str) -> None:
    assert cluster([clean(article), clean(OTHER + "\n" + article.split("\n")[4])]) == [0, 1]


def test_script_width_case_and_punctuation_do_not_matter() -> None:
    one = "社管APP與網格員，聯勤聯動；打擊走私。"
    other = "社管ａｐｐ与网格员,联勤联动,打击走私."
    assert cluster([clean(one), clean(other)]) == [0, 0]


def test_only_what_is_kept_counts(article: str) -> None:
    text = clean(article + "\n" + OTHER)
    half = replace(text, kept=(Span(start=0, end=len(article)),))
    assert cluster([half, clean(OTHER)]) == [0, 1]


def test_texts_without_letters_are_alone() -> None:
    assert cluster([clean(""), clean("……"), clean("")]) == [0, 1, 2]


def test_short_texts_are_copies_where_they_are_equal() -> None:
    assert cluster([clean("网格员"), clean("“网格员”"), clean("网格长")]) == [0, 0, 1]


def test_no_texts_have_no_clusters() -> None:
    assert cluster([]) == []


def test_a_digest_joins_one_of_two_articles_and_does_not_join_them(article: str) -> None:
    digest = article.split("\n")[1] + "\n" + OTHER.split("\n")[2]
    first, second, _ = cluster([clean(article), clean(OTHER), clean(digest)])
    assert first != second


def test_clusters_do_not_depend_on_the_order_of_the_texts(article: str) -> None:
    lines = article.split("\n")
    copies = [article, "\n".join(lines[:4]), "\n".join(lines[3:]), OTHER, OTHER + "\n" + lines[2]]
    groupings = set()
    for order in permutations(range(len(copies))):
        numbers = dict(zip(order, cluster([clean(copies[at]) for at in order]), strict=True))
        groupings.add(frozenset(frozenset(a for a in numbers if numbers[a] == numbers[b]) for b in numbers))
    assert len(groupings) == 1


def test_many_copies_of_one_text_are_one_cluster(article: str) -> None:
    copies = [clean(f"{article}\n第{number}份抄件，由某某单位转发。") for number in range(60)]
    assert set(cluster(copies)) == {0}


def test_copies_are_found_from_a_sample_of_a_large_collection(
    article: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(duplicates, "MAX_INDEXED_GRAMS", 150)
    assert cluster([clean(article), clean(OTHER), clean(article[40:]), clean(OTHER[20:])]) == [0, 1, 0, 1]


def test_an_eight_gram_that_comes_back_is_hashed_once() -> None:
    assert len(hash_grams("甲乙丙丁戊己庚辛" * 3 + "\n")) == 8


def test_grams_reach_over_blanks_and_line_ends() -> None:
    assert hash_grams("甲乙丙丁 戊己，庚\n辛壬\n").tolist() == hash_grams("甲乙丙丁戊己庚辛壬\n").tolist()


def test_hashes_ascend() -> None:
    hashes = hash_grams(OTHER + "\n").tolist()
    assert hashes == sorted(hashes)


def test_a_short_text_is_one_gram_and_one_without_letters_none() -> None:
    assert len(hash_grams("网格员\n")) == 1
    assert len(hash_grams("……\n")) == 0


def test_a_sample_is_the_same_taken_at_once_or_afterwards() -> None:
    text = OTHER + "\n"
    (afterwards,) = sample_grams([hash_grams(text)], rate=4)
    (thinned,) = sample_grams([hash_grams(text, sampled=2)], rate=4)
    assert afterwards.tolist() == thinned.tolist() == hash_grams(text, sampled=4).tolist()
    assert 0 < len(afterwards) < len(hash_grams(text))


def test_a_sample_at_the_rate_of_one_is_everything() -> None:
    grams = hash_grams(OTHER + "\n")
    assert sample_grams([grams], rate=1)[0].tolist() == grams.tolist()


def test_the_rate_is_one_for_a_small_collection_and_doubles_with_a_large_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(duplicates, "MOST_COMPARED_GRAMS", 1_000)
    assert [sampling_rate(letters) for letters in (0, 1_000, 1_001, 2_001, 4_001)] == [1, 1, 2, 4, 8]


def test_copies_are_found_from_sampled_grams(article: str) -> None:
    texts = (article, OTHER, article[40:])
    assert cluster_grams([hash_grams(text + "\n", sampled=2) for text in texts]) == [0, 1, 0]
