from pathlib import Path

import pytest

SHARED_SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
ARTICLE = """青岚市推行“楼栋议事”破解老旧小区难题
青岚市共有老旧小区三百多个，楼道堆物、飞线充电、停车争位等问题长期困扰居民。去年起，青岚市推行楼栋议事，由网格员牵头，请居民自己商量办法。
“过去找物业，物业说没钱；找社区，社区说没权。”家住东湖小区的居民说，楼栋议事开了三次，飞线充电的问题就解决了。
楼栋议事有一套章程。网格员每月收集议题，楼栋长召集居民商议，议定事项贴在楼道里公示，社区负责督办。
小事不出楼
据统计，青岚市已经召开楼栋议事两千余场，办结事项一千八百余件，老旧小区的投诉量比上年下降四成。
青岚市社会工作部门负责人表示，下一步将把楼栋议事写进社区工作条例，并为楼栋长发放补贴，让网格员和楼栋长都有奔头。"""


@pytest.fixture
def article() -> str:
    """A headline, five paragraphs and a subheading, one a line."""
    return ARTICLE


@pytest.fixture(scope="session")
def real_seeds() -> list[Path]:
    """The five real articles, where they lie beside the project."""
    files = sorted(SHARED_SEEDS.glob("*.txt"))
    if len(files) != 5:
        pytest.skip("the five real articles of ../shared/seeds are not there")
    return files
