"""Where an exported file goes: as it is named, into a folder, or where a program looks for it."""

from pathlib import Path

from glossary.errors import GlossaryError, InvalidInput, UnreadableFile
from glossary.files.xml import read_elements
from glossary.formats.declaration import Format, Place
from glossary.formats.registry import FORMATS

USUAL_FOLDER = "__DEFAULT__"
PROJECT_ROOTS = ("omegat",)


def choose_target(format: Format, output: Path | None, project: Path | None) -> Path | None:
    """Return where a file goes: where the program of a project looks, into a folder, or as it is named.

    None is the standard output, which takes only text.
    """
    if project is not None:
        if output is not None:
            raise InvalidInput("a file goes to a place (`output`) or into a project (`project`), not both")
        return place_in_project(format, project)
    if output is not None and output.is_dir() and not format.is_folder:
        return output / format.file_name
    return output


def place_in_project(format: Format, project: Path) -> Path:
    """Return the file of this format in a project's folder, which is made where it is missing."""
    place = format.place
    if place is None:
        placed = ", ".join(known.name for known in FORMATS if known.place)
        raise InvalidInput(
            f"no program looks for {format.name} in a project; write it with `output` ({placed} do)"
        )
    marker = project / place.marker
    if not marker.is_file():
        raise InvalidInput(
            f"{project} is no {place.program} project, since it has no {place.marker}; "
            f"name the folder that holds it, or write the file with `output`"
        )
    folder = project / (_chosen_folder(marker, place) or place.folder)
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise UnreadableFile(folder, f"cannot be made ({error.strerror}); make it, or use `output`") from None
    return folder / format.file_name


def _chosen_folder(marker: Path, place: Place) -> str:
    """Return the folder that a project names, empty where it has the usual one or cannot be read."""
    try:
        with marker.open("rb") as source:
            elements = read_elements(source, (place.setting,), roots=PROJECT_ROOTS)
            named = next(("".join(element.itertext()).strip() for element in elements), "")
    except (OSError, GlossaryError):
        return ""
    return "" if named == USUAL_FOLDER else named
