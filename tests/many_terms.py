"""Twenty more concepts, whose terms get in each other's way."""

from glossary.model import Concept, Rendering, Term, TermType

SHORT = TermType.SHORT_FORM


def concept(id: str, *terms: str | Term, en: tuple[str, ...] = (), scope: str = "") -> Concept:
    return Concept(
        id=id,
        scope=scope,
        terms=tuple(term if isinstance(term, Term) else Term(text=term) for term in terms),
        renderings=tuple(Rendering(text=text) for text in en),
    )


MORE = (
    concept("cgridaaa", "网格", en=("grid",)),
    concept("cgridwor", "网格员", Term(text="網格員", language="zh-Hant"), en=("grid worker",)),
    concept("cgridful", "专职网格员", en=("full-time grid worker",)),
    concept("cgridfor", "网格员队伍", en=("grid workforce",)),
    concept("cnetwork", "网络", en=("network",)),
    concept("cnetsafe", "网络安全", en=("network security",)),
    concept("cftpport", "自由贸易港", Term(text="自贸港", term_type=SHORT), en=("free trade port",)),
    concept("cthreeno", "“三无”船舶", en=("undocumented vessel",)),
    concept("cchongqi", "重庆", en=("Chongqing",)),
    concept("cbankcar", "银行卡", en=("bank card",)),
    concept("cxiancit", "西安", en=("Xi'an",)),
    concept("cworthya", "乡贤", en=("village worthy",)),
    concept("cluantea", Term(text="六安茶", reading="lù ān chá"), en=("Lu'an tea",)),
    concept("cpppppaa", "PPP", en=("public-private partnership",)),
    concept("chotline", "12345热线", en=("12345 hotline",)),
    concept("cappside", "APP端", en=("mobile app",)),
    concept("cdaughte", "女儿", en=("daughter",)),
    concept("cstudiob", "政务中心", en=("government service center",), scope="B City"),
    concept("cstudioa", "政务中心", en=("government affairs center",), scope="A City"),
    concept("cstudioz", "政务中心", en=("administrative service center",)),
)
