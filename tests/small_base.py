"""Five concepts that show what a termbase can hold; no seed has them.

A greenway with an official rendering, an old one and a wrong one; a system with a full and a short name; a
term with quotation marks that nobody has rendered; and one formula that means two things in two places.
"""

from glossary.model import (
    Basis,
    Concept,
    Definition,
    Evidence,
    Relation,
    RelationKind,
    Rendering,
    Status,
    Term,
    TermType,
    Tier,
)

GREENWAY, CHIEF, RAFT, FOUR_OF_LAKES, FOUR_OF_HILLS = (
    "cgreenwa",
    "cchiefsy",
    "craftboa",
    "cfourlak",
    "cfourhil",
)

OFFICIAL = Evidence(
    publisher="Office of Greenways",
    title="Greenways on foot",
    date="2023-05",
    url="https://example.org/greenways",
    tier=Tier.OFFICIAL,
    basis=Basis.BILINGUAL,
)
NEWSPAPER = Evidence(publisher="Lakeside Post", date="2019", tier=Tier.MEDIA, basis=Basis.ENGLISH_ONLY)

CONCEPTS = (
    Concept(
        id=GREENWAY,
        subject_field="town planning",
        note="Never for a row of street trees.",
        definitions=(
            Definition(text="供步行和骑行的绿色通道。", language="zh-Hans"),
            Definition(text="a path through parks for people on foot and on bicycles", language="en"),
        ),
        terms=(
            Term(text="绿道", status=Status.PREFERRED, part_of_speech="noun"),
            Term(text="綠色步道", language="zh-Hant", term_type=TermType.VARIANT),
        ),
        renderings=(
            Rendering(text="green road", status=Status.FORBIDDEN, instead="greenway", note="Word for word."),
            Rendering(text="green path", status=Status.DEPRECATED, instead="greenway", evidence=(NEWSPAPER,)),
            Rendering(text="greenway", status=Status.PREFERRED, evidence=(OFFICIAL, NEWSPAPER)),
        ),
        relations=(Relation(kind=RelationKind.RELATED, concept=CHIEF),),
    ),
    Concept(
        id=CHIEF,
        subject_field="water",
        terms=(
            Term(text="河湖长制", status=Status.PREFERRED),
            Term(text="河长制", term_type=TermType.SHORT_FORM),
        ),
        renderings=(
            Rendering(text="river and lake chief system", status=Status.PREFERRED, evidence=(OFFICIAL,)),
            Rendering(
                text="river chief system",
                status=Status.ADMITTED,
                term_type=TermType.SHORT_FORM,
                serves="河长制",
                evidence=(NEWSPAPER,),
            ),
        ),
    ),
    Concept(
        id=RAFT,
        subject_field="water",
        terms=(Term(text="“两无”竹筏", status=Status.PREFERRED),),
        renderings=(Rendering(text="unmarked bamboo raft", status=Status.PROPOSED, evidence=(Evidence(),)),),
    ),
    Concept(
        id=FOUR_OF_LAKES,
        subject_field="governance",
        scope="Thousand Lakes County",
        terms=(Term(text="四水同治", status=Status.PREFERRED),),
        renderings=(
            Rendering(text="joint care of the four waters", status=Status.PREFERRED, evidence=(NEWSPAPER,)),
        ),
    ),
    Concept(
        id=FOUR_OF_HILLS,
        subject_field="governance",
        scope="Cloud Hills",
        terms=(Term(text="四水同治", status=Status.PREFERRED),),
    ),
)
