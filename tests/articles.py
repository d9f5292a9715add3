"""Short articles written for these tests; two are copies of one, one is a sample."""

from pathlib import Path

DYKE = """湖堤巡护员每天走两遍

湖堤巡护员老李每天沿着湖堤走两遍。他说，湖堤巡护员要看的是渗水点和白蚁穴，发现渗水点马上报给堤防管理站。
堤防管理站把报来的渗水点画在一张图上，湖堤巡护员第二天照着图再看一遍。全县的湖堤巡护员有六十多人，都归堤防管理站管。
今年入夏以后，堤防管理站又添了无人船，湖堤巡护员在岸上就能看清水下的渗水点。
"""
DYKE_COPY = DYKE.replace("老李", "老李师傅") + "（转载时有删改。）\n"
CHANNEL = """渠长上岗

灌区推行渠长负责制，每条支渠都有渠长。渠长负责制（以下简称“渠长制”）写明了渠长的三件事：清淤、分水、劝架。
推行渠长制以后，堤防管理站和灌区管理所共用一本台账。渠长制让分水有了准数，渠长说了算，村民也服气。
堤防管理站站长说，渠长负责制要和湖堤巡护员的巡查连在一起，渗水点才不会漏报。
"""
SAMPLE = """---
sample: true
title: 竹筏要挂牌
publisher: 湖边样报
date: 2024-03-01
---
竹筏登记点开在码头旁边。没有登记的竹筏叫“两无”竹筏，“两无”竹筏不得下水。竹筏登记点每周开三天。
竹筏登记点的工作人员说，挂了牌的竹筏可以沿绿道旁边的水渠划。绿道和水渠之间有十个竹筏登记点。
"""
TEXTS = {"dyke.txt": DYKE, "copy.txt": DYKE_COPY, "channel.txt": CHANNEL, "sample.md": SAMPLE}


def write_articles(folder: Path, *names: str) -> list[str]:
    """Write these articles, or all of them, into a folder and return their paths."""
    folder.mkdir(exist_ok=True)
    paths = [folder / name for name in names or TEXTS]
    for path in paths:
        path.write_text(TEXTS[path.name], encoding="utf-8")
    return [str(path) for path in paths]
