"""Other programs that make invoices, each run by an interpreter of its own beside ours.

They are no part of the project's environment. ``URAKKA_RIVALS`` names a folder with two environments, made
so (Python 3.11 or newer)::

    python -m venv tryton && tryton/bin/pip install "trytond==8.0.*" "trytond-account-invoice==8.0.*" \
        "trytond-edocument-ubl==8.0.*" "proteus==8.0.*"
    python -m venv pages && pages/bin/pip install InvoiceGenerator fpdf2 weasyprint

GnuCash is looked for with the system's Python (``apt-get install gnucash python3-gnucash libdbd-sqlite3``),
or with that of ``URAKKA_GNUCASH``. One that is not there is left out, and that is said.
"""

import json
import os
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import font_source_sans_pro

from tests import house
from tests.benchmarks.rivals.turns import Bill

FACES = tuple(
    font_source_sans_pro.font_files_ttf[name] for name in ("SourceSansPro", "SourceSansProSemibold")
)
RIVALS = Path(os.environ.get("URAKKA_RIVALS", "/tmp/urakka-rivals"))  # noqa: S108 - only read
TRYTON, PAGES = RIVALS / "tryton" / "bin" / "python", RIVALS / "pages" / "bin" / "python"
GNUCASH = Path(os.environ.get("URAKKA_GNUCASH", "/usr/bin/python3"))


@dataclass(frozen=True)
class Wanted:
    """A rival: its interpreter, what it must be able to import, its script and the words after it."""

    name: str
    python: Path
    library: str
    script: str
    words: tuple[str, ...] = ()
    share: int = 1
    """It does one invoice of so many: the slow ones would take hours."""


ALL = (
    Wanted("Tryton", TRYTON, "trytond", "in_tryton", share=10),
    Wanted("GnuCash, sqlite", GNUCASH, "gnucash", "in_gnucash", ("sqlite",)),
    Wanted("GnuCash, xml", GNUCASH, "gnucash", "in_gnucash", ("xml",)),
    Wanted("InvoiceGenerator", PAGES, "InvoiceGenerator", "by_invoicegenerator", share=5),
    Wanted("fpdf2", PAGES, "fpdf", "by_fpdf2", FACES, share=5),
    Wanted("fpdf2, plain", PAGES, "fpdf", "by_fpdf2", (*FACES, "plain")),
    Wanted("WeasyPrint", PAGES, "weasyprint", "by_weasyprint", FACES, share=25),
)


@dataclass
class Rival:
    """A running rival and the seconds it has taken."""

    wanted: Wanted
    process: subprocess.Popen[str]
    name: str
    seconds: defaultdict[str, float] = field(default_factory=lambda: defaultdict(float))
    count: int = 0
    megabytes: int = 0

    def take(self, bills: list[Bill]) -> None:
        """Let it do its share of some bills."""
        mine = bills[:: self.wanted.share]
        assert self.process.stdin
        self.process.stdin.write(json.dumps(mine) + "\n")
        self.process.stdin.flush()
        told = _told(self.process)
        for part, took in told["seconds"].items():
            self.seconds[part] += took
        self.megabytes = told["megabytes"]
        self.count += len(mine)

    def each(self, *parts: str) -> float:
        """Milliseconds that it took for some parts of one invoice."""
        return 1000 * sum(self.seconds[part] for part in parts) / self.count


def why_not(wanted: Wanted) -> str:
    """Why a rival cannot be started here; empty when it can."""
    if not wanted.python.exists():
        return f"{wanted.name} is left out: there is no {wanted.python}"
    tried = subprocess.run(
        [wanted.python, "-c", f"import {wanted.library}"], capture_output=True, check=False
    )
    return f"{wanted.name} is left out: {wanted.python} lacks {wanted.library}" if tried.returncode else ""


@contextmanager
def running(*names: str) -> Iterator[list[Rival]]:
    """Start those rivals that are here, all or the named ones; they end with the block."""
    with ExitStack() as stack:
        started = []
        for wanted in ALL:
            if names and wanted.name not in names:
                continue
            if missing := why_not(wanted):
                print(missing)
            else:
                started.append(stack.enter_context(_one(wanted)))
        yield started


@contextmanager
def _one(wanted: Wanted) -> Iterator[Rival]:
    with tempfile.TemporaryDirectory(prefix="urakka-rival-", dir=_quick_place()) as folder:
        words = (folder, *wanted.words) if wanted.library == "gnucash" else wanted.words
        command = [str(wanted.python), "-m", f"tests.benchmarks.rivals.{wanted.script}", *words]
        with (Path(folder) / "errors").open("wb") as errors:
            process = subprocess.Popen(
                command,
                cwd=house.ROOT,
                env={**os.environ, "PYTHONPATH": str(house.ROOT)},
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
            )
            try:
                yield Rival(wanted, process, _told(process)["name"])
            except BaseException:
                print((Path(folder) / "errors").read_text(errors="replace")[-2000:])
                raise
            finally:
                _end(process)


def _quick_place() -> str | None:
    """Memory rather than a disk, whose slowness is nobody's."""
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 - a folder is made inside


def _told(process: subprocess.Popen[str]) -> dict:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise AssertionError("the rival ended before it answered")
    told: dict = json.loads(line)
    return told


def _end(process: subprocess.Popen[str]) -> None:
    assert process.stdin
    assert process.stdout
    with suppress(BrokenPipeError):
        process.stdin.close()
    process.stdout.close()
    try:
        process.wait(20)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
