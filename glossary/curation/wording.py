"""English noun phrases out of parts in Chinese order: modifiers before the head, or after it."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from glossary.curation.naming import level_of
from glossary.curation.phrases import (
    add_article,
    as_modifier,
    capitalise,
    drop_article,
    in_general,
    in_plural,
    is_postmodified,
    join_words,
)
from glossary.curation.senses import Role, Sense
from glossary.curation.vocabulary import list_actions, list_coordinates, list_nouns, list_prepositions
from glossary.curation.vocabulary.actions import OBJECT_TAKERS
from glossary.curation.vocabulary.grammar import (
    CARDINALS,
    INSTITUTIONS,
    LEVEL_ADJECTIVES,
    OF_HEADS,
    PLACE_LEVELS,
)

LONG_MODIFIER_WORDS = 5
AFTER_OFFICE = 1.2
"""More than any other: a secretary of the commission is hardly a commission secretary."""
BEFORE, BEFORE_IF_HEAVY, BEFORE_IF_POSTMODIFIED = 1.0, 0.55, 0.15
AFTER, AFTER_ACTION, AFTER_IF_HEAVY = 0.3, 0.6, 0.9
VERB_SURELY, VERB_PERHAPS, NOUN_THOUGH_VERB = 1.0, 0.5, 0.4
JOINED = 1.02
"""Two actions side by side are more often two than one done to the other: 指挥|调度 command and dispatch."""
ASUNDER = 0.3
"""For two of a kind that are not joined: a conflict problem, for conflicts and problems."""
USUAL_FRONT, OTHER_FRONT, OF_PROVINCE = 1.0, 0.8, 0.7
"""Bodies are named with the level of government, all else without: Hainan Provincial Health Commission."""
OBJECT_HEADS = ("tion", "sion", "ment", "ance", "ing")

Wording = tuple[str, float]


def word_phrase(senses: Sequence[Sense]) -> list[Wording]:
    """Return the phrases that parts in this sense and order make, each with a weight, best first."""
    first, *rest = senses
    if not rest:
        level = level_of(first.zh) if first.role is Role.PLACE else ""
        return [(f"{first.text} {PLACE_LEVELS[level]}" if level else first.text, 1.0)]
    if first.role is Role.PLACE:
        wordings = _with_place(first, rest)
    elif first.role is Role.VERB:
        wordings = _with_object(first, rest)
    elif first.role is Role.NUMBER:
        wordings = [(_count(first.text, text), weight) for text, weight in word_phrase(rest)]
    else:
        together = ASUNDER if any(_are_coordinate(*both) for both in pairwise(senses)) else 1.0
        apart = [*_before(senses), *_after(senses), *_leading(senses)]
        wordings = [*((text, weight * together) for text, weight in apart), *_joined(senses)]
    return sorted(wordings, key=lambda wording: -wording[1])


def _before(senses: Sequence[Sense]) -> list[Wording]:
    """网格 + 员: grid worker."""
    *modifiers, head = senses
    text = join_words([*map(_modifier_text, modifiers), drop_article(head.text)])
    weight = NOUN_THOUGH_VERB if senses[0].zh in OBJECT_TAKERS else 1.0
    if any(is_postmodified(one.text) for one in modifiers):
        return [(text, weight * BEFORE_IF_POSTMODIFIED)]
    return [(text, weight * (BEFORE_IF_HEAVY if _is_heavy(modifiers) else BEFORE))]


def _modifier_text(sense: Sense) -> str:
    return as_modifier(sense.text) if sense.role is Role.NOUN else sense.text


def _count(number: str, text: str) -> str:
    """三道防线: three lines of defense; 一张图: one map."""
    return f"{number} {text if number == CARDINALS[0] else in_plural(text)}"


def _is_heavy(modifiers: Sequence[Sense]) -> bool:
    """Whether modifiers would better stand behind the head; a prevention and control system is usual."""
    if len(" ".join(one.text for one in modifiers).split()) >= LONG_MODIFIER_WORDS:
        return True
    joined = [one for one in modifiers if " and " in one.text and one.role is not Role.MODIFIER]
    return any(len(modifiers) > 1 or one.zh not in list_actions() for one in joined)


def _after(senses: Sequence[Sense]) -> list[Wording]:
    """矛盾纠纷 + 多元 + 化解: diversified resolution of conflicts and disputes."""
    start = len(senses) - 1
    while start and senses[start - 1].role is Role.MODIFIER:
        start -= 1
    if start == 0 or senses[start - 1].role is not Role.NOUN:
        return []
    own, head = senses[start:], senses[-1]
    front = join_words([one.text for one in own])
    follows = word_phrase(senses[:start])[0][0]
    word = list_prepositions().get(head.zh, "of")
    return [(f"{front} {word} {add_article(follows)}", _weigh_after(senses[:start], head))]


def _weigh_after(modifiers: Sequence[Sense], head: Sense) -> float:
    if head.zh in OF_HEADS:
        return AFTER_OFFICE
    if _is_heavy(modifiers) or any(is_postmodified(one.text) for one in modifiers):
        return AFTER_IF_HEAVY
    return AFTER_ACTION if head.text.endswith(OBJECT_HEADS) else AFTER


def _leading(senses: Sequence[Sense]) -> list[Wording]:
    """在线 + 矛盾纠纷 + 平台: online platform for conflicts and disputes."""
    first, *rest = senses
    if first.role is not Role.MODIFIER or len(rest) < 2:
        return []
    return [(join_words([first.text, text]), weight * BEFORE_IF_HEAVY) for text, weight in _after(rest)]


def _joined(senses: Sequence[Sense]) -> list[Wording]:
    """矛盾纠纷 + 排查 + 化解: screening and resolution of conflicts and disputes."""
    for at, (one, other) in enumerate(pairwise(senses)):
        if both := _join(one, other):
            merged = [*senses[:at], both, *senses[at + 2 :]]
            return [(text, weight * JOINED) for text, weight in word_phrase(merged)]
    return []


def _join(one: Sense, other: Sense) -> Sense | None:
    """Return two senses side by side as one, if they are two of a kind: conflicts and problems."""
    if _is_action(one) and _is_action(other) and one.zh not in OBJECT_TAKERS:
        return replace(other, text=f"{one.text} and {other.text}")
    if one.role is not other.role or not _are_coordinate(one, other):
        return None
    texts = [sense.text if sense.role is Role.MODIFIER else in_general(sense.text) for sense in (one, other)]
    return replace(other, text=" and ".join(texts))


def _are_coordinate(one: Sense, other: Sense) -> bool:
    return other.zh in list_coordinates().get(one.zh, ())


def _is_action(sense: Sense) -> bool:
    return sense.role is Role.NOUN and sense.zh in list_actions()


def _with_object(verb: Sense, rest: Sequence[Sense]) -> list[Wording]:
    """打击 + 走私: combating smuggling."""
    is_sure = verb.zh in OBJECT_TAKERS
    weight = VERB_SURELY if is_sure else VERB_PERHAPS
    if rest[-1].zh in list_nouns() and not is_sure:
        weight *= VERB_PERHAPS
    return [(f"{verb.text} {text}", weight * share) for text, share in word_phrase(rest)]


def _with_place(place: Sense, rest: Sequence[Sense]) -> list[Wording]:
    """海南省 + 民政 + 厅: Department of Civil Affairs of Hainan Province, Hainan Provincial …."""
    is_proper = rest[-1].zh in INSTITUTIONS
    level = level_of(place.zh)
    wordings: list[Wording] = []
    for text, weight in word_phrase(rest)[:2]:
        named = capitalise(text) if is_proper else text
        fronts = _place_fronts(place, level, is_body=is_proper)
        wordings += [(f"{front} {named}", weight * share) for front, share in fronts]
        wordings.append((f"{named} of {_place_behind(place, level)}", weight * OF_PROVINCE))
    return wordings


def _place_fronts(place: Sense, level: str, *, is_body: bool) -> list[Wording]:
    if level in LEVEL_ADJECTIVES:
        fronts = [place.text, f"{place.text} {LEVEL_ADJECTIVES[level]}"]
        return list(zip(reversed(fronts) if is_body else fronts, (USUAL_FRONT, OTHER_FRONT), strict=True))
    return [(f"{place.text} {PLACE_LEVELS[level]}" if level else drop_article(place.text), 1.0)]


def _place_behind(place: Sense, level: str) -> str:
    return f"{place.text} {PLACE_LEVELS[level]}" if level and level != "市" else place.text
