"""The irregular forms of English: plurals, and pasts and participles of verbs. Compounds follow their verb:
``overcame`` as ``came``.
"""

import re

NOUNS = dict(
    pair.split(":")
    for pair in (
        "alumni:alumnus appendices:appendix aquaria:aquarium automata:automaton "
        "bacteria:bacterium bureaus:bureau bureaux:bureau buses:bus calves:calf children:child "
        "continua:continuum corpora:corpus criteria:criterion curricula:curriculum data:datum "
        "dice:die elves:elf errata:erratum feet:foot foci:focus formulae:formula fungi:fungus "
        "gases:gas geese:goose genera:genus halves:half hooves:hoof indexes:index indices:index "
        "knives:knife leaves:leaf lice:louse lives:life loaves:loaf matrices:matrix "
        "maxima:maximum memoranda:memorandum menus:menu mice:mouse milieux:milieu minima:minimum "
        "minutiae:minutia momenta:momentum monies:money moratoria:moratorium nuclei:nucleus "
        "ova:ovum oxen:ox phenomena:phenomenon plateaus:plateau plateaux:plateau podia:podium "
        "quanta:quantum quizzes:quiz radii:radius referenda:referendum scarves:scarf "
        "schemata:schema selves:self sheaves:sheaf shelves:shelf spectra:spectrum "
        "stimuli:stimulus strata:stratum substrata:substratum syllabi:syllabus symposia:symposium "
        "taxis:taxi teeth:tooth thieves:thief vertices:vertex wharves:wharf wives:wife "
        "wolves:wolf"
    ).split()
)
VERBS = {
    form: verb
    for verb, *forms in (
        entry.split()
        for entry in (
            "arise arose arisen|awake awoke awoken|be am is are was were been|bear borne "
            "born|beat beaten|become became|begin began begun|bend bent|bite bit bitten|bleed "
            "bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn "
            "burnt|buy bought|catch caught|choose chose chosen|cling clung|come came|creep "
            "crept|deal dealt|dig dug|do did done does|draw drew drawn|dream dreamt|drink drank "
            "drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight "
            "fought|find found|flee fled|fling flung|fly flew flown|forbid forbade "
            "forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen|get "
            "got gotten|give gave given|go went gone goes|grow grew grown|hang hung|have has "
            "had|hear heard|hide hid hidden|hold held|keep kept|kneel knelt|know knew known|lay "
            "laid|lead led|lean leant|leap leapt|learn learnt|leave left|lend lent|lie lain|light "
            "lit|lose lost|make made|mean meant|meet met|mow mown|panic panicked panicking|pay "
            "paid|prove proven|ride rode ridden|ring rang rung|rise rose risen|run ran|say "
            "said|see saw seen|seek sought|sell sold|send sent|sew sewn|shake shook shaken|shine "
            "shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk|sit "
            "sat|sleep slept|slide slid|sow sown|speak spoke spoken|speed sped|spell spelt|spend "
            "spent|spill spilt|spin spun|spit spat|spoil spoilt|spring sprang sprung|stand "
            "stood|steal stole stolen|stick stuck|sting stung|strew strewn|string strung|strike "
            "struck stricken|strive strove striven|swear swore sworn|sweep swept|swell "
            "swollen|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell "
            "told|think thought|throw threw thrown|tie tied tying|traffic trafficked "
            "trafficking|tread trod trodden|undergo underwent undergone|wake woke woken|wear wore "
            "worn|weave wove woven|weep wept|win won|wring wrung|write wrote written|mimic "
            "mimicked mimicking"
        ).split("|")
    )
    for form in forms
}
COMPOUND_NOUNS = ("children", "feet", "halves", "knives", "shelves", "teeth", "wives")
COMPOUND_VERBS = re.compile(
    "(cross|fore|inter|mis|out|over|re|un|under|up|with)"
    "(bred|built|came|did|done|drawn|drew|fed|gave|given|gone|grew|grown|held|laid|led|made|paid|ran|ridden|rode|saw|seen|sold|"
    "stood|taken|taught|thought|threw|thrown|told|took|went|written|wrote)"
)
"""Not every verb: ``resent`` is no past of resend, ``reground`` of regrind."""
IN_MEN = frozenset("abdomen acumen amen omen regimen specimen yemen".split())
"""Words in -men that are no plural."""
IN_ED_OR_ING = frozenset(
    "anything ceiling during embed everything hundred imbed kindred naked nothing sacred something "
    "wicked".split()
)
"""Words in -ed and -ing that are no form of a verb."""
UNCHANGED_IN_S = frozenset(
    "always asbestos atlas bias canvas chaos christmas ethos gas has his lens news perhaps series species "
    "summons texas this thus was".split()
)
"""Words in -s that are no plural; those in -ss, -us and -is need no list."""
LONG_E_IN_EED = frozenset("agreed decreed disagreed freed guaranteed refereed".split())
"""Pasts of verbs in -ee, unlike ``need`` and ``proceed``."""
