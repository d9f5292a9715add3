"""TOML: the base itself as a folder of files, which ``glossary build`` reads."""

from glossary.formats.declaration import Format
from glossary.formats.toml.reading import read_toml
from glossary.formats.toml.writing import write_toml

FORMAT = Format(
    name="toml",
    title="The base as a folder of TOML files",
    extensions=(".toml",),
    media_type="application/toml",
    loses=("The order of concepts is that of their subject fields, Chinese terms and ids.",),
    is_folder=True,
    is_whole=True,
    write=write_toml,
    read=read_toml,
)
