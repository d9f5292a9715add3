"""Small pieces of English grammar: singular and plural, what joins words, what opens a phrase."""

import re

PREPOSITIONS = frozenset("of for on in at to by with from against among between under through that".split())
SMALL_WORDS = PREPOSITIONS | {"and", "or", "the", "a", "an", "its", "which"}
ARTICLES = ("a ", "an ", "the ")
UNCHANGED = frozenset(
    "affairs aircraft arms business children customs economics goods grassroots headquarters "
    "logistics means measures men news people police politics premises proceedings regulations series "
    "species statistics telecommunications women works".split()
)
"""Words that are plurals, or end like them, and stay as they are, as modifiers too: customs operations."""

UNCOUNTED = frozenset(
    "agriculture assistance commerce corruption data employment enforcement equipment evidence "
    "expertise funding governance guidance hardware health housing information infrastructure "
    "intelligence knowledge labor leadership machinery maintenance music parking personnel planning "
    "progress publicity research safety smuggling software sports staff tourism traffic "
    "transportation urbanization welfare".split()
)
"""Heads without a plural: equipment, not equipments."""

KINDS = frozenset(
    "access air capital care compensation construction consumption cooperation culture defense "
    "development education environment finance food fraud gas grain industrialization justice land "
    "legislation management medicine monitoring power prevention property protection science security "
    "society supervision support technology trade training transport waste water wealth work".split()
)
"""Heads with a plural for several kinds alone: three technologies, but science and technology."""

JOINING_NOUNS = frozenset(
    {"housing", "leading", "working", "processing", "planning", "monitoring", "training"}
)
"""Words in -ing that open noun phrases: leading group."""
BODIES = frozenset(
    "committee commission council court bureau department ministry office administration government group "
    "center party platform port zone association tribunal authority agency law".split()
)
"""Last words of names that take an article."""
SINGULAR_ENDINGS = ("ss", "us", "is", "'s", "s'")
IRREGULAR = {"men": "man", "women": "woman", "children": "child", "lives": "life", "persons": "person"}
IRREGULAR_PLURALS = {"man": "men", "woman": "women", "child": "children", "life": "lives", "person": "people"}
CHANGING_Y = re.compile(r"[^aeiou]ies$")
HISSING_PLURAL = re.compile(r"(?:ss|sh|ch|x|zz)es$")
HISSING = re.compile(r"(?:s|sh|ch|x|z)$")
ENDS_IN_Y = re.compile(r"[^aeiou]y$")
JOINT = re.compile(r"\S+(?=,? and )|\S+$")


def singular_word(word: str) -> str:
    """Return one English word in the singular: disputes gives dispute, policies policy, customs customs."""
    lower = word.lower()
    if lower in IRREGULAR:
        return IRREGULAR[lower]
    if not lower.endswith("s") or lower in UNCHANGED or lower.endswith(SINGULAR_ENDINGS) or word.isupper():
        return word
    if CHANGING_Y.search(lower):
        return word[:-3] + "y"
    return word[:-2] if HISSING_PLURAL.search(lower) else word[:-1]


def plural_word(word: str) -> str:
    """Return one English word in the plural; what is one already, has none, or is no word, stays."""
    lower = word.lower()
    if lower in IRREGULAR_PLURALS:
        return IRREGULAR_PLURALS[lower]
    is_plural = lower.endswith("s") and not lower.endswith(("ss", "us", "is"))
    if is_plural or lower in UNCHANGED | UNCOUNTED or not lower[-1:].isalpha():
        return word
    if ENDS_IN_Y.search(lower):
        return word[:-1] + "ies"
    return word + ("es" if HISSING.search(lower) else "s")


def as_modifier(text: str) -> str:
    """Return a noun phrase as it stands before a noun: no article, each joined noun in the singular.

    ``conflicts and disputes`` gives ``conflict and dispute``; ``community level`` gets its hyphen.
    """
    bare = drop_article(text)
    if is_postmodified(bare):
        return bare
    single = JOINT.sub(lambda found: singular_word(found.group()), bare)
    return re.sub(r"(?<=\w) level$", "-level", single)


def in_plural(text: str) -> str:
    """Return a noun phrase with its head in the plural: line of defense gives lines of defense."""
    words = text.split(" ")
    at = next((place for place, word in enumerate(words) if word in PREPOSITIONS and place), len(words)) - 1
    return " ".join((*words[:at], plural_word(words[at]), *words[at + 1 :]))


def in_general(text: str) -> str:
    """Return a noun phrase as it names things of its sort: conflicts, but technology."""
    return text if text.lower().rpartition(" ")[2] in KINDS else in_plural(text)


def drop_article(text: str) -> str:
    """Return ``text`` without an article at its beginning."""
    for article in ARTICLES:
        if text.lower().startswith(article):
            return text[len(article) :]
    return text


def add_article(text: str) -> str:
    """Return the name of a body as it stands behind a preposition: the State Council; other phrases stay."""
    words = [word for word in split_segments(text)[0] if word not in SMALL_WORDS]
    is_body = len(words) > 1 and all(word[:1].isupper() for word in words) and not text.isupper()
    return f"the {text}" if is_body and text == drop_article(text) and words[-1].lower() in BODIES else text


def is_gerund_phrase(text: str) -> bool:
    """Whether a phrase says what is done to something: strengthening public participation."""
    first, _, rest = text.partition(" ")
    return bool(rest) and first.endswith("ing") and first not in JOINING_NOUNS


def is_postmodified(text: str) -> bool:
    """Whether a phrase goes on behind its head: line of defense, platform for mediation."""
    return any(word in PREPOSITIONS for word in text.split(" ")[1:-1])


def join_words(words: list[str]) -> str:
    """Return words as one phrase; one that ends in a hyphen is tied to the next."""
    return re.sub(r"(?<=\w)- (?!and )", "-", " ".join(word for word in words if word))


def join_list(items: list[str]) -> str:
    """Return items as English lists them: ``a``, ``a and b``, ``a, b and c``."""
    return " and ".join(part for part in (", ".join(items[:-1]), items[-1]) if part)


def capitalise(text: str) -> str:
    """Return a phrase as a proper name: its words capitalised, but for the small ones."""
    return " ".join(word if word in SMALL_WORDS else word[:1].upper() + word[1:] for word in text.split(" "))


def as_key(phrase: str) -> str:
    """Return what two phrases share that differ in case, articles, hyphens or number alone."""
    words = re.findall(r"[^\W_]+(?:'[a-z]+)?", drop_article(phrase.lower()))
    return " ".join(singular_word(word) for word in words if word not in ("a", "an", "the"))


def split_segments(text: str) -> list[list[str]]:
    """Return the words of a noun phrase: head and what stands before it, then what each preposition adds."""
    segments: list[list[str]] = [[]]
    for word in drop_article(text).replace(",", "").split():
        if word in PREPOSITIONS:
            segments.append([])
        elif segments[-1] or word not in SMALL_WORDS:
            segments[-1].append(word)
    return [segment for segment in segments if segment] or [[text]]


def has_stutter(text: str) -> bool:
    """Whether a phrase has a word twice, small ones apart."""
    words = [word for word in as_key(text).split() if word not in SMALL_WORDS]
    return len(set(words)) < len(words)
