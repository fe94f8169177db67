"""Writes the month's archive where the user wants it: the whole of it or nothing; no Qt."""

from contextlib import suppress
from pathlib import Path

from subcontract.actions.month_folder import FolderAsk, MonthFolder
from subcontract.papers.files.folder import write_folder
from subcontract.ports import Lists
from subcontract.words import Texts
from ui.presenters.base import Progress


def write_month_folder(
    path: str, lists: Lists, ask: FolderAsk, texts: Texts, progress: Progress
) -> int | None:
    """Write the archive and give its number of files; ``None`` when it cannot be written there.

    An older file of that name stays until the new one is whole; one that is stopped leaves nothing.
    """
    target = Path(path)
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as out:
            plan = MonthFolder(lists, ask, texts).folder
            count = write_folder(out, plan, texts, progress.step)
        part.replace(target)
    except OSError:
        return None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return count
