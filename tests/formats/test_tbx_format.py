"""TBX: valid by its schemas, and read from whoever wrote it."""

from io import BytesIO
from pathlib import Path

import pytest
from format_samples import CASES, GRID_WORKER, PLATFORM, SHARED_SCHEMAS, exported_bytes
from lxml import etree

from glossary.errors import InvalidInput
from glossary.formats.concepts import ImportedFile
from glossary.formats.declaration import Format, Quotation
from glossary.formats.registry import find_format, tell_format
from glossary.formats.tbx import version2 as tbx2
from glossary.formats.tbx import version3 as tbx
from glossary.model import Concept, Definition, Evidence, Relation, RelationKind, Status, TermType

BOTH = pytest.mark.parametrize("format_", [tbx.FORMAT, tbx2.FORMAT], ids=["tbx", "tbx2"])
ALL_CASES = pytest.mark.parametrize("case", CASES.values(), ids=CASES.keys())


def schema_file(name: str) -> Path:
    path = SHARED_SCHEMAS / name
    if not path.is_file():
        pytest.skip(f"the public TBX schemas are not part of the project: {path} is absent")
    return path


def fault_in(data: bytes, schema_name: str) -> str:
    schema = etree.RelaxNG(etree.parse(str(schema_file(schema_name))))
    return "" if schema.validate(etree.fromstring(data)) else str(schema.error_log.last_error)


def entry(inside: str, *, identity: str = "caaaaaab") -> str:
    return f'<conceptEntry id="{identity}">{inside}</conceptEntry>'


def term(inside: str = "", *, text: str = "网格员", language: str = "zh") -> str:
    section = f"<termSec><term>{text}</term>{inside}</termSec>"
    return f'<langSec xml:lang="{language}">{section}</langSec>'


def read(body: str, *, attributes: str = "", format_: Format = tbx.FORMAT) -> ImportedFile:
    text = f"<tbx {attributes} xmlns='urn:iso:std:iso:30042:ed-2'>\n<text><body>{body}</body></text></tbx>"
    return format_.read_whole(BytesIO(text.encode()))


def only(imported: ImportedFile) -> Concept:
    (concept,) = imported.concepts
    return concept


def told(imported: ImportedFile) -> list[str]:
    return [f"{line.where}: {line.what}: {line.why}" for line in imported.dropped]


@ALL_CASES
def test_a_file_of_v3_is_valid_by_the_core_schema(case: list[Concept]) -> None:
    assert fault_in(exported_bytes(tbx.FORMAT, case, snapshot="2"), "TBXcoreStructV03.rng") == ""


def test_a_file_of_v3_without_a_concept_is_valid() -> None:
    assert fault_in(exported_bytes(tbx.FORMAT, []), "TBXcoreStructV03.rng") == ""


@pytest.mark.slow
@ALL_CASES
def test_a_file_with_the_names_of_2025_is_valid_by_the_core_schema(case: list[Concept]) -> None:
    assert fault_in(exported_bytes(find_format("tbx4"), case, snapshot="2"), "TBXcoreStructV03.rng") == ""


def test_a_context_keeps_the_schema_of_either_edition() -> None:
    def quote(concept: Concept) -> list[Quotation]:
        return [Quotation("网格员上门。", "海南日报")]

    for format_, schema in ((tbx.FORMAT, "TBXcoreStructV03.rng"), (tbx2.FORMAT, "TBXBasicRNGV02.rng")):
        assert fault_in(exported_bytes(format_, [GRID_WORKER], quoting=quote), schema) == ""


@ALL_CASES
def test_a_file_of_2008_is_valid_by_its_schema(case: list[Concept]) -> None:
    assert fault_in(exported_bytes(tbx2.FORMAT, case, snapshot="2"), "TBXBasicRNGV02.rng") == ""


@ALL_CASES
def test_a_file_of_2008_is_valid_by_its_dtd(case: list[Concept]) -> None:
    dtd = etree.DTD(str(schema_file("TBXBasiccoreStructV02.dtd")))

    assert dtd.validate(etree.fromstring(exported_bytes(tbx2.FORMAT, case))), dtd.error_log.last_error


def test_a_file_of_v3_keeps_the_rules_of_the_dialect() -> None:
    elementpath = pytest.importorskip(
        "elementpath", reason="the Schematron rules are XPath 2: pip install elementpath"
    )
    rules = etree.parse(str(schema_file("TBX-Basic_DCA.sch"))).getroot()
    root = etree.fromstring(exported_bytes(tbx.FORMAT, [PLATFORM, GRID_WORKER]))

    assert list(broken_rules(elementpath, rules, root)) == []


def broken_rules(elementpath, rules, root):
    schematron = "{http://purl.oclc.org/dsdl/schematron}"
    parser = elementpath.XPath2Parser(
        {ns.get("prefix"): ns.get("uri") for ns in rules.iter(schematron + "ns")}
    )
    for rule in rules.iter(schematron + "rule"):
        nodes = list(parser.parse("//" + rule.get("context")).select(elementpath.XPathContext(root)))
        for assertion in rule.iter(schematron + "assert"):
            test = parser.parse(assertion.get("test"))
            for node in nodes:
                if not test.boolean_value(test.evaluate(elementpath.XPathContext(root, item=node))):
                    yield assertion.text


@BOTH
def test_language_codes_are_those_asked_for(format_: Format) -> None:
    text = exported_bytes(format_, [GRID_WORKER], source_lang="zh", target_lang="en-US").decode()

    assert 'xml:lang="zh"' in text
    assert 'xml:lang="en-US"' in text
    assert "zh-CN" not in text


def test_a_code_that_is_no_language_is_refused() -> None:
    with pytest.raises(InvalidInput, match="'Chinese!' is no language tag"):
        exported_bytes(tbx.FORMAT, [GRID_WORKER], source_lang="Chinese!")


@BOTH
def test_the_snapshot_is_carried(format_: Format) -> None:
    data = exported_bytes(format_, [GRID_WORKER], snapshot="a<b")

    assert format_.read_whole(BytesIO(data)).snapshot == "a<b"


@BOTH
def test_a_proposed_rendering_is_left_out_and_said(format_: Format) -> None:
    report = format_.write([GRID_WORKER], BytesIO(), options=tbx.ExportOptions())

    assert [(line.where, line.what) for line in report.left_out] == [("cgridman", "rendering 'grid officer'")]


@BOTH
def test_a_relation_to_a_concept_that_is_not_exported_is_refused(format_: Format) -> None:
    with pytest.raises(InvalidInput, match="c7k2m4qa is related to cgridman, which is not exported"):
        exported_bytes(format_, [PLATFORM])


def test_the_file_of_2008_puts_the_preferred_rendering_first() -> None:
    text = exported_bytes(tbx2.FORMAT, [GRID_WORKER]).decode()

    assert text.index("grid worker") < text.index("grid attendant")
    assert "ntig" not in text


@pytest.mark.parametrize(
    ("code", "tag"),
    [
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("zh-Hans", "zh-Hans"),
        ("zh-TW", "zh-Hant"),
        ("zh-Hant", "zh-Hant"),
    ],
)
def test_chinese_is_read_under_any_of_its_codes(code: str, tag: str) -> None:
    assert only(read(entry(term(language=code)))).terms[0].language == tag


def test_a_language_that_the_base_does_not_hold_is_dropped_by_place() -> None:
    imported = read(entry(term() + term(text="agent", language="fr")))

    assert told(imported) == [
        "line 2, conceptEntry[caaaaaab]/langSec[fr]: langSec: agent: "
        "its language is 'fr'; the base holds Chinese and English"
    ]


def test_an_entry_with_a_foreign_id_is_an_addition() -> None:
    imported = read(entry(term(), identity="entry-1"))

    assert imported.concepts == ()
    assert imported.additions[0].terms[0].text == "网格员"


def test_an_entry_without_chinese_is_dropped() -> None:
    imported = read(entry(term(text="grid", language="en")))

    assert imported.concepts == ()
    assert told(imported) == ["line 2, conceptEntry[caaaaaab]: concept caaaaaab: it has no Chinese term"]


def test_two_entries_with_one_id_leave_the_first() -> None:
    imported = read(entry(term()) + entry(term(text="综治")))

    assert only(imported).head.text == "网格员"
    assert "another entry of the file has this id already" in told(imported)[0]


def test_whatever_is_not_understood_is_dropped_by_place() -> None:
    imported = read(
        entry(
            '<transacGrp><transac type="transactionType">origination</transac></transacGrp>'
            + term(
                '<termNote type="grammaticalGender">neuter</termNote>'
                '<descripGrp><descrip type="context">网格员上门。</descrip></descripGrp>'
            )
        )
    )

    assert [line.where for line in imported.dropped] == [
        "line 2, conceptEntry[caaaaaab]/transacGrp",
        "line 2, conceptEntry[caaaaaab]/langSec[zh]/termSec/termNote[grammaticalGender]",
        "line 2, conceptEntry[caaaaaab]/langSec[zh]/termSec/descripGrp",
    ]
    assert only(imported).head.text == "网格员"


def test_markup_in_a_text_is_dropped_and_its_text_kept() -> None:
    imported = read(entry(term(text="网<hi>格</hi>员")))

    assert only(imported).head.text == "网格员"
    assert [line.what for line in imported.dropped] == ["<hi>"]


@pytest.mark.parametrize(
    ("kind", "value", "status"),
    [
        ("administrativeStatus", "preferredTerm-admn-sts", Status.PREFERRED),
        ("administrativeStatus", "supersededTerm-admn-sts", Status.DEPRECATED),
        ("usageStatus", "deprecated", Status.DEPRECATED),
    ],
)
def test_a_status_is_read_from_any_edition(kind: str, value: str, status: Status) -> None:
    imported = read(entry(term(f'<termNote type="{kind}">{value}</termNote>')))

    assert only(imported).terms[0].status is status


def test_an_unknown_status_is_dropped() -> None:
    imported = read(entry(term('<termNote type="administrativeStatus">fine</termNote>')))

    assert "status 'fine' is none that the base knows" in told(imported)[0]


def test_a_definition_in_a_language_section_has_its_language_and_source() -> None:
    definition = '<descrip type="definition">管网格的人</descrip><admin type="source">Xinhua</admin>'
    described = f"<descripGrp>{definition}</descripGrp><termSec><term>网格员</term></termSec>"
    section = f'<langSec xml:lang="zh-CN">{described}</langSec>'

    assert only(read(entry(section))).definitions == (
        Definition(text="管网格的人", language="zh-Hans", source="Xinhua"),
    )


def test_a_source_in_other_words_becomes_evidence_that_proves_nothing() -> None:
    source = '<admin type="source">Xinhua, 2020</admin>'
    imported = read(entry(term() + term(source, text="grid worker", language="en")))

    assert only(imported).renderings[0].evidence == (Evidence(title="Xinhua, 2020"),)
    assert only(imported).is_gap
    assert "the tier is composed" in told(imported)[0]


def test_a_note_that_holds_no_field_is_dropped_and_the_term_kept() -> None:
    imported = read(entry(term("<note>case_sensitive: perhaps</note><note>plain</note>")))

    assert only(imported).terms[0].note == "plain"
    assert "write yes or no" in told(imported)[0]


def test_an_address_without_a_source_is_evidence_of_its_own() -> None:
    address = '<xref type="externalCrossReference" target="https://example.org">Example</xref>'
    imported = read(entry(term() + term(address + "<xref type='externalCrossReference'/>", language="en")))

    assert only(imported).renderings[0].evidence == (Evidence(title="Example", url="https://example.org"),)
    assert "it has no target" in told(imported)[0]


def test_an_address_that_is_none_of_the_web_is_dropped_and_the_rendering_kept() -> None:
    address = '<xref type="externalCrossReference" target="javascript:alert(1)">Example</xref>'
    imported = read(entry(term() + term(address, language="en")))

    assert only(imported).renderings[0].evidence == ()
    assert "is no web address" in told(imported)[0]


def test_an_address_belongs_to_the_source_before_it_alone() -> None:
    sources = '<admin type="source">Xinhua</admin><admin type="source">People’s Daily</admin>'
    address = '<xref type="externalCrossReference" target="https://example.org"/>'
    imported = read(entry(term() + term(sources + address * 2, language="en")))

    assert only(imported).renderings[0].evidence == (
        Evidence(title="Xinhua"),
        Evidence(title="People’s Daily", url="https://example.org"),
        Evidence(url="https://example.org"),
    )


def test_an_address_that_the_source_has_already_is_no_other_fact() -> None:
    source = '<admin type="source">title=Report | url=https://example.org</admin>'
    address = '<xref type="externalCrossReference" target="https://example.org">Report</xref>'
    imported = read(entry(term() + term(source + address, language="en")))

    assert only(imported).renderings[0].evidence == (Evidence(title="Report", url="https://example.org"),)
    assert told(imported) == []


def test_a_source_keeps_its_place_where_the_address_after_it_is_none() -> None:
    source = '<admin type="source">title=Report</admin>'
    address = '<xref type="externalCrossReference" target="report.pdf"/>'
    imported = read(entry(term() + term(source + address, language="en")))

    assert only(imported).renderings[0].evidence == (Evidence(title="Report"),)
    assert "is no web address" in told(imported)[0]


def test_a_source_of_a_chinese_term_is_dropped() -> None:
    imported = read(entry(term('<admin type="source">tier=composed</admin>')))

    assert "a Chinese term keeps no source" in told(imported)[0]


def test_a_cross_reference_of_unknown_kind_is_related() -> None:
    reference = '<ref type="crossReference" target="cgridman">grid worker</ref>'
    imported = read(entry(reference + term()))

    assert only(imported).relations == (Relation(kind=RelationKind.RELATED, concept="cgridman"),)
    assert "no kind of relation; read as related" in told(imported)[0]


def test_a_cross_reference_to_a_foreign_id_is_a_link_by_the_names_of_the_file() -> None:
    imported = read(entry('<ref type="crossReference" target="entry-1">broader</ref>' + term()))

    assert only(imported).relations == ()
    assert [(link.source, link.kind, link.target) for link in imported.links] == [
        ("caaaaaab", RelationKind.BROADER, "entry-1")
    ]


def test_a_cross_reference_that_leads_nowhere_is_dropped() -> None:
    imported = read(entry('<ref type="crossReference">x</ref>' + term()))

    assert "it says not where it leads" in told(imported)[0]


def test_the_dct_style_is_read() -> None:
    spaces = (
        'style="dct" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic"'
    )
    imported = read(
        entry(
            "<min:subjectField>grids</min:subjectField>"
            + term("<min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus>")
            + term("<basic:termType>shortForm</basic:termType>", text="GW", language="en")
        ),
        attributes=spaces,
    )

    concept = only(imported)
    assert concept.subject_field == "grids"
    assert concept.terms[0].status is Status.PREFERRED
    assert concept.renderings[0].term_type is TermType.SHORT_FORM
    assert imported.dropped == ()


def test_the_older_namespace_of_v3_is_read() -> None:
    text = f"<tbx xmlns='urn:iso:std:iso:30042:ed:3.0'><text><body>{entry(term())}</body></text></tbx>"

    assert only(tbx.FORMAT.read_whole(BytesIO(text.encode()))).head.text == "网格员"


def test_the_ntig_of_older_programs_is_read() -> None:
    group = "<ntig><termGrp><term>网格员</term><termNote type='partOfSpeech'>noun</termNote></termGrp></ntig>"
    entry_of_2008 = f"<termEntry id='x1'><langSet xml:lang='zh'>{group}</langSet></termEntry>"
    text = f"<martif><text><body>{entry_of_2008}</body></text></martif>"

    (addition,) = tbx2.FORMAT.read_whole(BytesIO(text.encode())).additions
    assert (addition.terms[0].text, addition.terms[0].part_of_speech) == ("网格员", "noun")


def test_entries_without_ids_on_one_line_are_all_read() -> None:
    bare = "<conceptEntry>" + term() + "</conceptEntry>"

    assert len(read(bare * 3).additions) == 3


MINIMAL = """<?xml version="1.0"?>
<TBX dialect="TBX-Min"><header><id>grids</id><languages source="zh-CN" target="en-US"/></header><body>
<entry id="C002"><subjectField>grids</subjectField>
<langGroup xml:lang="en-US"><termGroup><term>grid worker</term><termStatus>notRecommended</termStatus>
<partOfSpeech>noun</partOfSpeech><customer>ACME</customer></termGroup></langGroup>
<langGroup xml:lang="zh_CN"><termGroup><term>网格员</term></termGroup></langGroup>
</entry></body></TBX>"""


def test_tbx_min_is_told_and_read() -> None:
    imported = tell_format(MINIMAL.encode()).read_whole(BytesIO(MINIMAL.encode()))
    (addition,) = imported.additions
    (rendering,) = addition.renderings
    assert (addition.subject_field, addition.terms[0].text) == ("grids", "网格员")
    assert (rendering.language, rendering.status, rendering.part_of_speech) == (
        "en-US",
        Status.DEPRECATED,
        "noun",
    )
    assert [line.what for line in imported.dropped] == ["termStatus: notRecommended", "customer: ACME"]


@pytest.mark.parametrize("code", ["zh", "zh-CN", "zh_cn", "zho", "cmn-Hans", "zh-Hans-CN"])
def test_the_language_attribute_decides_not_the_order_of_the_sections(code: str) -> None:
    english = term(text="grid worker", language="eng")
    german = term(text="Rasterkraft", language="de")
    concept = only(read(entry(german + english + term(language=code))))
    assert (concept.terms[0].language, concept.renderings[0].language) == ("zh-Hans", "en")


def test_a_subject_field_in_a_group_is_read() -> None:
    group = '<descripGrp><descrip type="subjectField">law</descrip></descripGrp>'
    assert only(read(entry(group + term()))).subject_field == "law"
