"""With what authority a publisher writes, as far as its name or its address tells."""

import re
from urllib.parse import urlsplit

from glossary.model import Tier

GOVERNMENT_HOST = re.compile(r"(^|\.)gov(\.[a-z]{2})?$")
GOVERNMENT_NAME = re.compile(
    r"\b(?:State Council|Ministry of|Supreme People's|National People's Congress|Central Committee|"
    r"National \w+(?: \w+)? (?:Commission|Administration|Bureau)|(?:Provincial|Municipal) Government)\b"
)
STATE_MEDIA_HOSTS = (
    "xinhuanet.com",
    "news.cn",
    "people.com.cn",
    "people.cn",
    "chinadaily.com.cn",
    "cgtn.com",
)
STATE_MEDIA_NAME = re.compile(
    r"\b(?:Xinhua|People's Daily|China Daily|CGTN|Global Times|China News Service)\b"
)


def guess_tier(publisher: str, url: str = "") -> Tier:
    """Return official or state-media where the name or the address says so, else media."""
    host = urlsplit(url).hostname or ""
    if GOVERNMENT_HOST.search(host) or GOVERNMENT_NAME.search(publisher):
        return Tier.OFFICIAL
    is_theirs = any(host == own or host.endswith(f".{own}") for own in STATE_MEDIA_HOSTS)
    return Tier.STATE_MEDIA if is_theirs or STATE_MEDIA_NAME.search(publisher) else Tier.MEDIA
