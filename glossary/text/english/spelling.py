"""American and British spelling as one.

-ise and doubled l by rule with exceptions; -our, -re and the rest by closed lists, since no rule tells
``labour`` from ``four`` or ``centre`` from ``acre``.
"""

import re
from functools import lru_cache

KEPT_WORDS = 65_536
ISE = re.compile(r"(.{2,}i)s(e|ed|es|ers?|ing|ingly|abl[ey]|ement|ance|ation.*)")
ISE_ON_BOTH_SIDES = frozenset(
    "advertise advise anise appraise arise braise bruise chastise circumcise comprise compromise "
    "concise crise cruise demise despise devise disguise enterprise excise exercise expertise "
    "franchise guise improvise incise irise liaise likewise merchandise noise otherwise paradise "
    "poise praise precise premise promise raise reprise revise sunrise supervise surmise surprise "
    "televise tortoise treatise turquoise uprise".split()
)
PREFIX = re.compile(r"un|re|pre|over|self|fund|mis|co")
OUR = (
    "arb|ard|arm|behavi|cand|clam|col|demean|endeav|fav|ferv|flav|glam|harb|hon|hum|lab|neighb|od|parl|ranc|"
    "rig|rum|savi|sav|splend|succ|tum|val|vap|vig"
)
RE = "calib|cent|fib|lit|lust|meag|met|sab|salpet|scept|somb|spect|theat"
LOGUE = "analog|catalog|dialog|epilog|monolog|prolog|travelog"
VOWELS = "[aeiouy]+"
# After a second vowel, so that ``calling`` and ``cal(e)ing`` stay apart.
LONG_L = f"(?:.*{VOWELS}[^aeiouy]+.*[aeiou]|d[iu]a|due|fue|tria)l"
RULES = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (f"(.*(?:{OUR})o)u(r.*)", r"\1\2"),
        (f"(.*(?:{RE}))re(s?)", r"\1er\2"),
        (f"(.*(?:{RE}))r(ed|ing)", r"\1er\2"),
        (f"({LONG_L})l(s?|ed|ings?|ers?|ors?|ations?|ments?)", r"\1\2"),
        (r"(skil|wil)l(ful.*)", r"\1\2"),
        (r"(.*al|.*rol)yz(e|ed|es|ers?|ing)", r"\1ys\2"),
        (f"({LOGUE})ue(s?)", r"\1\2"),
        (f"({LOGUE})u(ed|ing)", r"\1\2"),
        (r"(defen|offen|preten)c(es?|eless)", r"\1s\2"),
        (r"(.*licen|.*practi)s(es?|ed|ing|ers?)", r"\1c\2"),
        (r"(.*dg)e(ments?)", r"\1\2"),
        (r"(.*gram)me(s?)", r"\1\2"),
        (r"(.*focus|bias)s(ed|es|ing)", r"\1\2"),
        (r"(worship)p(ed|ing|ers?)", r"\1\2"),
        (r"(orthop|encyclop|p)ae(d.*)", r"\1e\2"),
        (r"(arch|gyn|an)ae(.+)", r"\1e\2"),
    )
)
BEGINNINGS = dict(
    pair.split(":")
    for pair in (
        "adviser:advisor ageing:aging aluminium:aluminum amongst:among artefact:artifact "
        "cheque:check cosy:cozy disc:disk draught:draft gaol:jail grey:gray jewellery:jewelry "
        "kerb:curb likeable:likable liveable:livable manoeuvre:maneuver manoeuvr:maneuver "
        "marvellous:marvelous mould:mold plough:plow sceptic:skeptic sizeable:sizable "
        "storey:story sulph:sulf towards:toward tyre:tire whilst:while woollen:woolen "
        "yoghurt:yogurt afterwards:afterward"
    ).split()
)
BEGINNING = re.compile(
    rf"({'|'.join(BEGINNINGS)})(?=(?:s|ed|ing|s?man|s?men|ally|al|ism|ur.*|ate.*|ide.*)?$)"
)


@lru_cache(maxsize=KEPT_WORDS)
def fold_spelling(word: str) -> str:
    """Return a word in lower case in one spelling for both countries.

    ``organisation``, ``centre``, ``travelled`` give ``organization``, ``center``, ``traveled``; other words
    come back as they are. The result is a key, not always a spelling to show: ``license`` gives ``licence``.
    """
    if beginning := BEGINNING.match(word):
        return BEGINNINGS[beginning[1]] + word[beginning.end() :]
    found = next((found.expand(new) for rule, new in RULES if (found := rule.fullmatch(word))), word)
    return _fold_ise(found)


def _fold_ise(word: str) -> str:
    found = ISE.fullmatch(word)
    if not found or _is_ise_on_both_sides(f"{found[1]}se"):
        return word
    return f"{found[1]}z{found[2]}"


def _is_ise_on_both_sides(verb: str) -> bool:
    """Whether Americans write it so too: ``exercise``, and with a prefix ``unsupervise(d)``."""
    prefix = PREFIX.match(verb)
    return verb in ISE_ON_BOTH_SIDES or (prefix is not None and verb[prefix.end() :] in ISE_ON_BOTH_SIDES)
