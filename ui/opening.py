"""Opens a store on a thread of its own while the window is already in sight."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from subcontract.problems import Refused
from ui.collecting import COLLECTOR

if TYPE_CHECKING:
    from concurrent.futures import ThreadPoolExecutor

    from subcontract.clock import Clock
    from subcontract.people.staff import Staff
    from subcontract.ports import OpenBooks, OpenLists

LOG = logging.getLogger("urakka")


class OpenStore(Protocol):
    """What the window needs of storage."""

    @property
    def open_books(self) -> "OpenBooks":
        """Opens a unit of work."""

    @property
    def open_lists(self) -> "OpenLists":
        """Opens a view for reading."""

    def describe(self) -> str:
        """Where the data is."""

    def close(self) -> None:
        """Let go of everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open store with its people and the clock that its world runs by."""

    store: OpenStore
    clock: "Clock"
    people: "tuple[Staff, ...]"
    place: str
    is_demo: bool = False


class Opening(QObject):
    """Opens a store on a thread of its own; the answer comes on the thread of the window."""

    opened = Signal(object)
    refused = Signal(object)
    failed = Signal(object)
    progressed = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._thread: ThreadPoolExecutor | None = None

    def start(self, job: Callable[[], Opened]) -> None:
        """Do ``job``."""
        from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - not for the first paint

        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="opens")
            COLLECTOR.start(self)
        self._thread.submit(self._run, job)

    def _run(self, job: Callable[[], Opened]) -> None:
        try:
            self.opened.emit(job())
        except Refused as refusal:
            self.refused.emit(refusal)
        except Exception as problem:
            LOG.exception("the data could not be opened", exc_info=problem)
            self.failed.emit(problem)

    def close(self) -> None:
        """Let the thread end."""
        if self._thread is not None:
            self._thread.shutdown(wait=True)
            COLLECTOR.stop()
            self._thread = None
