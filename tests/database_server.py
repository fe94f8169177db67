"""A real PostgreSQL server for the length of a test run: in a folder of its own, on no port, then gone."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

FORGETFUL = ("-F", "-c", "synchronous_commit=off", "-c", "full_page_writes=off", "-c", "max_connections=200")
NO_SERVER = "no PostgreSQL server here and it could not be installed: apt-get install postgresql"
PREFIX = "urakka-pg-"
AN_HOUR = 3600
PATIENCE = 20
MEMORY = Path("/dev/shm")  # noqa: S108 - made with mkdtemp inside
ENOUGH_MEMORY = 1_000_000_000
Prepare = Callable[[str], None]


@dataclass(slots=True, kw_only=True)
class DatabaseServer:
    """A running server; makes empty or prepared databases in some twenty milliseconds."""

    folder: Path
    made: int = 0
    copies: list[str] = field(default_factory=list)
    prepared: dict[Prepare, str] = field(default_factory=dict)

    def address(self, database: str) -> str:
        """SQLAlchemy's address of a database of this server."""
        return f"postgresql+psycopg://urakka@/{database}?host={self.folder}"

    def empty(self) -> str:
        """Make an empty database; its address."""
        return self.address(self._copy("template0"))

    def like(self, prepare: Prepare) -> str:
        """Make a database as ``prepare(address)`` leaves one; prepared once, then copied; its address.

        ``prepare`` must close its connections (dispose of its engine): a database in use cannot be copied.
        """
        if prepare not in self.prepared:
            name = self._create("template0")
            prepare(self.address(name))
            self.prepared[prepare] = name
        return self.address(self._copy(self.prepared[prepare]))

    def drop_copies(self) -> None:
        """Remove what a test has used: hundreds of copies would fill the disk's memory."""
        if not self.copies:
            return
        with self._connection() as connection:
            while self.copies:
                connection.execute(f"DROP DATABASE {self.copies.pop()} WITH (FORCE)".encode())

    def _copy(self, template: str) -> str:
        self.copies.append(self._create(template))
        return self.copies[-1]

    def _create(self, template: str) -> str:
        self.made += 1
        name = f"test_{self.made}"
        with self._connection() as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}".encode())
        return name

    def _connection(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(host=str(self.folder), user="urakka", dbname="postgres", autocommit=True)

    def answers(self) -> bool:
        """Whether the server takes connections already."""
        with suppress(psycopg.OperationalError):
            self._connection().close()
            return True
        return False


def programs() -> Path | None:
    """The newest folder that holds the server's programs, or None on a machine without them."""
    on_path = shutil.which("initdb")
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda folder: int(folder.parent.name))
    places = [Path(on_path).resolve().parent] if on_path else []
    found = [folder for folder in places + folders[::-1] if (folder / "postgres").exists()]
    return found[0] if found else None


def why_not() -> str:
    """Why no server can be started here; empty when one can."""
    if sys.platform == "win32":
        return "PostgreSQL is tested on Linux"
    return "" if programs() else NO_SERVER


@contextmanager
def running_server() -> Iterator[DatabaseServer]:
    """Start a server in a new folder, give it, stop it and remove the folder."""
    sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=_quick_place()))
    user = _own(folder)
    try:
        _make_cluster(folder, user)
        with (folder / "log").open("wb") as log:
            place = ["-D", str(folder / "data"), "-k", str(folder), "-h", ""]
            command = [*_tied_to_us(), str(_program("postgres")), *place, *FORGETFUL]
            process = subprocess.Popen(command, user=user, stdout=log, stderr=log, cwd=folder)
        try:
            yield _when_ready(DatabaseServer(folder=folder), process)
        finally:
            _stop(process)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep() -> None:
    """Remove folders of runs that were killed more than an hour ago."""
    for parent in (MEMORY, Path(tempfile.gettempdir())):
        for folder in parent.glob(PREFIX + "*"):
            with suppress(OSError):
                old = time.time() - folder.stat().st_mtime > AN_HOUR
                if old and not DatabaseServer(folder=folder).answers():
                    shutil.rmtree(folder, ignore_errors=True)


def _tied_to_us() -> list[str]:
    """A word before the command that ends the server when the tests are killed."""
    return ["setpriv", "--pdeathsig", "QUIT", "--"] if shutil.which("setpriv") else []


def _quick_place() -> Path | None:
    """Memory where there is enough of it: a copy of a database is some three hundred files."""
    with suppress(OSError):
        if os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ENOUGH_MEMORY:
            return MEMORY
    return None


def _program(name: str) -> Path:
    folder = programs()
    assert folder is not None, why_not()
    return folder / name


def _own(folder: Path) -> str | None:
    """The server refuses root, so root hands it to another; returns that user, or None for ourselves."""
    if os.geteuid() != 0:
        return None
    shutil.chown(folder, "nobody")
    return "nobody"


def _make_cluster(folder: Path, user: str | None) -> None:
    options = ["--no-sync", "--auth=trust", "--username=urakka", "--locale=C.UTF-8", "--encoding=UTF8"]
    command = [str(_program("initdb")), "-D", str(folder / "data"), *options]
    done = subprocess.run(command, user=user, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def _when_ready(server: DatabaseServer, process: subprocess.Popen[bytes]) -> DatabaseServer:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end and process.poll() is None:
        if server.answers():
            return server
        time.sleep(0.02)
    raise AssertionError((server.folder / "log").read_text(errors="replace"))


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End at once: nothing is kept, and the gentler signals would write it all out or wait for open pools."""
    process.send_signal(signal.SIGQUIT)
    try:
        process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
