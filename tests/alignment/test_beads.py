"""Aligning two texts line by line, by length and anchors."""

from glossary.alignment.beads import Bead, align_lines

CHINESE = [
    "社区设立网格服务站，方便居民办事。",
    "网格员每天走访。",
    "2023年，全市共排查隐患1,250处，已整改1,190处，其余限期整改完毕。",
    "综治中心受理群众诉求，实行一窗受理、分流办理、全程跟踪。",
    "下一步，各街道将完善工作机制。",
]
ENGLISH = [
    "Communities set up grid service stations to make errands easier for residents.",
    "Grid workers visit daily.",
    "In 2023 the city found 1,250 hazards and removed 1,190 of them; the rest are to be removed in time.",
    "The center takes requests at one window, passes them on and follows them to the end.",
    "Next, every subdistrict will improve its working mechanisms.",
]


def shapes(chinese: list[str], english: list[str], **lexicon: list[str]) -> list[tuple[int, int]]:
    return [(len(bead.chinese), len(bead.english)) for bead in align_lines(chinese, english, lexicon=lexicon)]


def test_texts_that_run_together_are_aligned_line_by_line() -> None:
    assert shapes(CHINESE, ENGLISH) == [(1, 1)] * 5


def test_a_line_without_translation_is_found() -> None:
    assert shapes(CHINESE, ENGLISH[:2] + ENGLISH[3:]) == [(1, 1), (1, 1), (1, 0), (1, 1), (1, 1)]


def test_a_line_cut_in_two_is_found() -> None:
    cut = [
        *ENGLISH[:2],
        "In 2023 the city found 1,250 hazards and removed 1,190 of them;",
        "the rest are to be removed in time.",
        *ENGLISH[3:],
    ]
    assert shapes(CHINESE, cut) == [(1, 1), (1, 1), (1, 2), (1, 1), (1, 1)]


def test_a_known_term_tells_two_lines_of_one_length_apart() -> None:
    chinese = ["河长负责巡查工作任务。", "网格员负责巡查工作任务。"]
    english = ["The grid worker is responsible for patrols."]
    assert shapes(chinese, english, 网格员=["grid worker"]) == [(1, 0), (1, 1)]
    assert shapes(chinese[::-1], english, 网格员=["grid worker"]) == [(1, 1), (1, 0)]


def test_every_line_is_in_one_bead() -> None:
    beads = align_lines(CHINESE, ENGLISH[:2], lexicon={})
    assert [line for bead in beads for line in bead.chinese] == list(range(5))
    assert [line for bead in beads for line in bead.english] == list(range(2))


def test_a_text_against_nothing_has_no_partner() -> None:
    assert align_lines(["甲"], [], lexicon={}) == [Bead(range(0, 1), range(0))]
