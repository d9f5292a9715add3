"""The lines of the list that no rule finds in the seeds: where each went, or why it was left out."""

ELSEWHERE = {
    ("国际商事调解中心", "Hainan International Arbitration Court International Mediation Center"): (
        "海南国际仲裁院国际商事调解中心",
        "Hainan International Arbitration Court International Mediation Center",
        "the name of one center; the headword is its kind",
    ),
    ("第一涉外民商事法庭", "First Foreign-Related Civil and Commercial Tribunal of Hainan"): (
        "海南第一涉外民商事法庭",
        "Hainan First Foreign-Related Civil and Commercial Tribunal",
        "the same words in the order of the attested name",
    ),
    ("云享博鳌联勤联动中心", "Yunxiang Boao joint duty center"): (
        "云享博鳌联勤联动中心",
        "Yunxiang Boao joint duty and coordinated response center",
        "联动 was missing; the house rendering of 联勤联动 has both halves",
    ),
    ("实战化运行", "put into operational use"): (
        "实战化运行",
        "operational use",
        "a noun, like the Chinese; the verb is in the note",
    ),
    ("政法委员（乡镇）", "township Party committee member for political and legal affairs"): (
        "政法委员",
        "Party committee member for political and legal affairs",
        "subdistricts have one too",
    ),
}
LEFT_OUT = {
    ("厅", "Department"): "one character would match everywhere; the rule is in the policy",
    ("局", "Administration"): "one character would match everywhere; the rule is in the policy",
}
