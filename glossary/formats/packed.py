"""Archives of several files that are equal where their contents are."""

from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo


def add_member(archive: ZipFile, name: str, content: bytes) -> None:
    """Add a file without the hour at which it was written."""
    member = ZipInfo(name)
    member.compress_type = ZIP_DEFLATED
    archive.writestr(member, content)
