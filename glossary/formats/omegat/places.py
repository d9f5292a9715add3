"""Where OmegaT looks for the files of a project."""

from glossary.formats.declaration import Place

MARKER = "omegat.project"
GLOSSARY_PLACE = Place(program="OmegaT", marker=MARKER, folder="glossary", setting="glossary_dir")
MEMORY_PLACE = Place(program="OmegaT", marker=MARKER, folder="tm", setting="tm_dir")
