"""Nouns that say what somebody does, and their verbs: a closed list, with the regular ``-ization``.

No rule by endings: *organization*, *station* and *department* are things, and *social organization* is not
what stands in ``they organize social events``.
"""

from glossary.text.english import fold_spelling

VERBS = dict(
    pair.split(":")
    for pair in (
        "acceptance:accept administration:administer allocation:allocate analysis:analyse "
        "application:apply arbitration:arbitrate assessment:assess assignment:assign "
        "certification:certify classification:classify collection:collect construction:construct "
        "consultation:consult control:control coordination:coordinate correction:correct "
        "creation:create deployment:deploy detection:detect detention:detain development:develop "
        "dispatch:dispatch disposal:dispose education:educate enforcement:enforce "
        "enhancement:enhance establishment:establish evaluation:evaluate examination:examine "
        "expansion:expand exploration:explore formulation:formulate governance:govern "
        "handling:handle identification:identify implementation:implement improvement:improve "
        "innovation:innovate inspection:inspect installation:install integration:integrate "
        "introduction:introduce investigation:investigate maintenance:maintain management:manage "
        "matching:match mediation:mediate monitoring:monitor operation:operate "
        "optimization:optimize participation:participate patrol:patrol prediction:predict "
        "prevention:prevent processing:process promotion:promote protection:protect "
        "provision:provide punishment:punish recognition:recognize rectification:rectify "
        "reduction:reduce reform:reform registration:register regulation:regulate removal:remove "
        "renovation:renovate rescue:rescue resolution:resolve response:respond "
        "restoration:restore review:review revitalization:revitalize screening:screen "
        "settlement:settle sharing:share simplification:simplify supervision:supervise "
        "surveillance:surveil training:train transformation:transform treatment:treat "
        "upgrading:upgrade verification:verify"
    ).split()
)
REGULAR = "ization"
THINGS = frozenset({"organization", "civilization"})
NO_OBJECT_ENDINGS = ("al", "ive", "ed", "ous", "ic", "ary", "less", "ful", "ble")
"""Of adjectives: nobody manages *comprehensive* where there is comprehensive management."""
NO_OBJECTS = frozenset("joint smart early quick key online mobile video closed dynamic real-time".split())


def verb_of(noun: str) -> str:
    """Return the verb of a noun in lower case: mediate for mediation; empty where it is none of an action."""
    word = fold_spelling(noun)
    if word.endswith(REGULAR) and word not in THINGS:
        return word.removesuffix("ation") + "e"
    return VERBS.get(word, "")


def may_be_object(word: str) -> bool:
    """Return whether a word in lower case before a noun of action may say what is acted upon."""
    return not word.endswith(NO_OBJECT_ENDINGS) and word not in NO_OBJECTS
