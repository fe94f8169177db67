"""What every test stands on: no screen, no home folder, silence, repeatable chance, no binary fractions."""

import decimal
import logging
import os
import tempfile
from collections.abc import Iterator

import hypothesis
import pytest

from tests.database_server import DatabaseServer, running_server, why_not

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Nothing a test does may reach the files of the person who runs it; the folder goes when the run ends.
_HOME = tempfile.TemporaryDirectory(prefix="urakka-tests-", ignore_cleanup_errors=True)
for _name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
    os.environ[_name] = _HOME.name

# A Decimal that meets a float raises, in every thread: a float never slips into money or time.
decimal.DefaultContext.traps[decimal.FloatOperation] = True
decimal.setcontext(decimal.DefaultContext.copy())

hypothesis.settings.register_profile(
    "repeatable",
    derandomize=True,
    max_examples=60,
    deadline=None,
    database=None,
    suppress_health_check=[hypothesis.HealthCheck.too_slow],
)
hypothesis.settings.register_profile("thorough", max_examples=2000, deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "repeatable"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the switch that writes the golden papers anew."""
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden anew; review the change"
    )


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt in the style that the program starts it in."""
    from ui.look import STYLE

    return ["urakka", *STYLE]


SERVERS: list[DatabaseServer] = []
"""The running server, if a test has needed one."""


class Listener(logging.Handler):
    """Keeps every warning and error that anything logs."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test in which something was logged as a warning or worse, unless it is marked ``logs``."""
    listener = Listener()
    logging.getLogger().addHandler(listener)
    yield
    logging.getLogger().removeHandler(listener)
    if listener.heard and request.node.get_closest_marker("logs") is None:
        pytest.fail("logged unexpectedly:\n" + "\n".join(listener.heard))


@pytest.fixture(scope="session")
def database_server() -> Iterator[DatabaseServer]:
    """Give a throw-away PostgreSQL server, one per test process."""
    if why_not():
        pytest.skip(why_not())
    with running_server() as server:
        SERVERS.append(server)
        yield server
        SERVERS.clear()


def pytest_runtest_logfinish() -> None:
    """Remove the databases of a test once all its fixtures have let go of them."""
    for server in SERVERS:
        server.drop_copies()


@pytest.fixture
def empty_postgres(database_server: DatabaseServer) -> str:
    """Give the address of an empty database on the throw-away server."""
    return database_server.empty()
