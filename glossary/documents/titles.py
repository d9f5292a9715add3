"""What the properties of a file call its title and its company, without what programs fill in."""

import re

BY_PROGRAM = re.compile(r"^Microsoft (?:Office )?(?:Word|Excel|PowerPoint) - ", re.IGNORECASE)
FILE_ENDING = re.compile(r"\.(?:docx?|pptx?|xlsx?|wps|rtf|txt|pdf|indd|qxd|odt)$", re.IGNORECASE)
NO_TITLE = re.compile(
    r"PowerPoint (?:演示文稿|Presentation)|幻灯片 ?\d*|Slide \d*|(?:无标题|未命名|untitled).*"
    r"|(?:新建 ?)?(?:Microsoft )?(?:Word|Excel|PowerPoint|Office|文字|WPS) ?"
    r"(?:文档|工作表|演示文稿|Document).*"
    r"|文档 ?\d*|Document ?\d*|[\W\d_]*",
    re.IGNORECASE,
)
NO_COMPANY = re.compile(
    r".*(?:microsoft|微软|users?\b|用户|home\b|番茄花园|雨林木风|深度|系统之家|www\.|http|kingsoft).*"
    r"|china|中国|wps|[\W\d_]*",
    re.IGNORECASE,
)


def clean_title(text: str) -> str:
    """Return a title from a file's properties, or nothing where it only names a program or a new file."""
    title = FILE_ENDING.sub("", BY_PROGRAM.sub("", " ".join(text.split())))
    return "" if NO_TITLE.fullmatch(title) else title


def clean_company(text: str) -> str:
    """Return a company from a file's properties, or nothing where it is what a copy of Office came with."""
    company = " ".join(text.split())
    return "" if NO_COMPANY.fullmatch(company) else company
