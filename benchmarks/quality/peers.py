"""Run one other tool over texts read from standard input; print its rankings as JSON.

This file runs in the peers' own environment and imports nothing of glossary. Input: JSON {"copies in":
[text], "copies out": [text]}, one paragraph a line, the second without near-copies of other texts. Output:
{setting: [string, best first]}; several settings where several are sensible, so that the best can be kept.
Tools that want words get those of jieba; tools that want parts of speech get jieba's, mapped to universal
ones.
"""

import json
import logging
import re
import sys
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import jieba
import jieba.analyse
import jieba.posseg

MOST_STRINGS = 400
MIN_COUNT = 2
SENTENCE_ENDS = frozenset("。！？；!?;")
NOUN_TAGS = ("n", "vn", "an", "j", "l", "i", "eng")
NAME_TAGS = ("nr", "ns", "nt", "nz")
ADJECTIVE_TAGS = ("a", "ad", "b", "z")
CONTENT_TAGS = ("n", "nz", "nt", "vn", "an", "j", "l", "i", "eng")
ALL, NO_COPIES = "copies in", "copies out"
# (which texts, what a verb is taken for, least words)
JATE_SETTINGS = (
    (ALL, "VERB", 1),
    (ALL, "VERB", 2),
    (NO_COPIES, "VERB", 1),
    (NO_COPIES, "VERB", 2),
    (ALL, "NOUN", 1),
)
PYATE_SETTINGS = (("cvalues", ALL), ("cvalues", NO_COPIES), ("combo_basic", NO_COPIES))
YAKE_SETTINGS = ((2, ALL), (2, NO_COPIES), (3, ALL))
# YAKE takes words of fewer than three characters for stop words, which most Chinese words would be.
YAKE_FILLER = "囗囗"
SMOOTHNLP_LONGEST = (4, 6)
TO_ASCII_MARKS = str.maketrans("，。、；：？！（）“”‘’《》【】—·…「」『』", ',.,;:?!()""\'\'<><>-,.""""')

Texts = Mapping[str, Sequence[str]]
Rankings = dict[str, list[str]]


class Word(NamedTuple):
    """One word of jieba's with its universal part of speech; ``ends``: a sentence ends after it."""

    text: str
    pos: str
    ends: bool


def map_tag(text: str, tag: str) -> str:
    """Return the universal part of speech of a tag of jieba's."""
    if not any(map(str.isalnum, text)):
        return "PUNCT"
    if tag in ADJECTIVE_TAGS:
        return "ADJ"
    if tag.startswith(NAME_TAGS):
        return "PROPN"
    # An x with letters in it is a word that the dictionary lacks.
    if tag.startswith(NOUN_TAGS) or tag == "x":
        return "NOUN"
    return {"v": "VERB", "m": "NUM"}.get(tag[0], "PART")


def cut(texts: Sequence[str]) -> Iterator[Word]:
    """Yield the words of all texts; a full stop ends each line, so that no tool reads across lines."""
    for line in "\n".join(texts).splitlines():
        for text, tag in jieba.posseg.cut(line):
            if text.strip():
                yield Word(text, map_tag(text, tag), text in SENTENCE_ENDS)
        yield Word("。", "PUNCT", True)


class JiebaPipeline:
    """Stands where a spaCy pipeline is asked for: gives one tagged text, whatever it is called with."""

    def __init__(self, words: Sequence[Word], *, verb_as: str, spaced: bool) -> None:
        from spacy.tokens import Doc
        from spacy.vocab import Vocab

        self.vocab = Vocab()
        self._tokens = [word.text for word in words]
        self._doc = Doc(
            self.vocab,
            words=self._tokens,
            spaces=[spaced] * len(words),
            pos=[verb_as if word.pos == "VERB" else word.pos for word in words],
            lemmas=self._tokens,
            sent_starts=[True, *(word.ends for word in words[:-1])],
        )

    def __call__(self, _text: str, **_options: Any) -> Any:
        return self._doc

    process = __call__

    def tokenize(self, _text: str) -> list[str]:
        return self._tokens


def join_words(phrase: str) -> str:
    """Take out the blanks that were put between words, but for those between two Latin ones."""
    return re.sub(r"(?<![A-Za-z]) | (?![A-Za-z])", "", phrase)


def run_jieba_tfidf(texts: Texts) -> Rankings:
    text = "\n".join(texts[ALL])
    return {
        "all words": jieba.analyse.extract_tags(text, topK=MOST_STRINGS),
        "nouns": jieba.analyse.extract_tags(text, topK=MOST_STRINGS, allowPOS=CONTENT_TAGS),
    }


def run_jieba_textrank(texts: Texts) -> Rankings:
    text = "\n".join(texts[ALL])
    return {
        "default": jieba.analyse.textrank(text, topK=MOST_STRINGS),
        "nouns": jieba.analyse.textrank(text, topK=MOST_STRINGS, allowPOS=CONTENT_TAGS),
    }


def run_jate(texts: Texts, *, algorithm: str) -> Rankings:
    import jate

    words = {which: list(cut(some)) for which, some in texts.items()}
    rankings = {}
    for which, verb_as, least in JATE_SETTINGS:
        found = jate.extract(
            "".join(word.text for word in words[which]),
            algorithm=algorithm,
            nlp_backend=JiebaPipeline(words[which], verb_as=verb_as, spaced=False),
            min_frequency=MIN_COUNT,
            min_words=least,
        )
        setting = f"{which}, verb as {verb_as.lower()}, {least}+ words"
        rankings[setting] = [join_words(term.string) for term in found][:MOST_STRINGS]
    return rankings


def run_pyate(texts: Texts) -> Rankings:
    import pyate

    words = {which: list(cut(some)) for which, some in texts.items()}
    rankings = {}
    for algorithm, which in PYATE_SETTINGS:
        text = " ".join(word.text for word in words[which])
        pipeline = JiebaPipeline(words[which], verb_as="VERB", spaced=True)
        counts = pyate.TermExtraction(text, nlp=pipeline, default_domain=[]).count_terms_from_documents()
        scores = getattr(pyate, algorithm)(text, technical_counts=counts[counts >= MIN_COUNT])
        best = scores.sort_values(ascending=False, kind="stable").index[:MOST_STRINGS]
        rankings[f"{algorithm}, {which}"] = [join_words(phrase) for phrase in best]
    return rankings


def run_yake(texts: Texts) -> Rankings:
    import yake

    words = {which: list(cut(some)) for which, some in texts.items()}
    stop = yake.KeywordExtractor(lan="zh").stopword_set
    stop |= {word.text for word in words[ALL] if word.pos == "PART"}
    rankings = {}
    for most, which in YAKE_SETTINGS:
        text = "".join(_fill(word, stop) + ("\n" if word.ends else " ") for word in words[which])
        extractor = yake.KeywordExtractor(lan="zh", n=most, top=MOST_STRINGS, stopwords=stop)
        found = (phrase.replace(YAKE_FILLER, "") for phrase, _ in extractor.extract_keywords(text))
        rankings[f"{which}, up to {most} words"] = list(map(join_words, found))
    return rankings


def _fill(word: Word, stop: Collection[str]) -> str:
    if word.pos == "PUNCT" or word.text in stop:
        return word.text.translate(TO_ASCII_MARKS)
    return word.text + YAKE_FILLER


def run_smoothnlp(texts: Texts) -> Rankings:
    from smoothnlp.algorithm.phrase import extract_phrase

    return {
        f"up to {longest} characters": extract_phrase(
            list(texts[ALL]), top_k=MOST_STRINGS, max_n=longest, min_freq=MIN_COUNT
        )
        for longest in SMOOTHNLP_LONGEST
    }


TOOLS: dict[str, Callable[[Texts], Rankings]] = {
    "jieba TF-IDF": run_jieba_tfidf,
    "jieba TextRank": run_jieba_textrank,
    "JATE Basic": lambda texts: run_jate(texts, algorithm="basic"),
    "JATE ComboBasic": lambda texts: run_jate(texts, algorithm="combobasic"),
    "JATE RAKE": lambda texts: run_jate(texts, algorithm="rake"),
    "JATE C-value": lambda texts: run_jate(texts, algorithm="cvalue"),
    "PyATE": run_pyate,
    "YAKE": run_yake,
    "smoothnlp": run_smoothnlp,
}


def main() -> None:
    """Run the tool that is named first on the command line."""
    warnings.simplefilter("ignore")
    jieba.setLogLevel(logging.WARNING)
    rankings = TOOLS[sys.argv[1]](json.load(sys.stdin))
    json.dump(rankings, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main()
