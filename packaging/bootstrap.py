"""Makes what the two commands need: system libraries, an environment of our own, the locked packages.

Standard library only, and readable to any Python 3: a too old one must meet a sentence, not a traceback.
Nothing is done twice; a second start only compares a fingerprint.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys

import system_libraries as system
from system_libraries import tell

HERE = os.path.dirname(os.path.abspath(__file__))
CHECKOUT = os.path.dirname(HERE)
OLDEST = (3, 11)
LISTS = {"run": "requirements.txt", "test": "requirements-test.txt"}


def ready(purpose: str) -> str:
    """Make everything for ``run`` or ``test`` ready; the path of the environment's Python."""
    refuse_old_python()
    supply_system(purpose)
    folder = environment_folder(purpose)
    python = python_of(folder)
    if up_to_date(folder, purpose):
        return python
    make_environment(folder)
    install_packages(folder, purpose)
    return python


def refuse_old_python() -> None:
    """Stop with a sentence on a Python or a system that cannot run the program."""
    if sys.version_info < OLDEST:
        found = "{}.{}".format(*sys.version_info[:2])
        stop("Urakka needs Python 3.11 or newer; this is Python {} ({}).".format(found, sys.executable))
    if sys.maxsize < 2**32:
        stop("Urakka needs a 64-bit Python; this one is 32-bit ({}).".format(sys.executable))
    if system.too_old_system():
        stop(system.too_old_system())


def supply_system(purpose: str) -> None:
    """Install the system's missing pieces, or say what is missing and how to get it."""
    needed = needed_packages(purpose)
    if needed and not system.install(needed + wished_packages(purpose)):
        system.install(needed)
    needed = needed_packages(purpose)
    if needed:
        stop(
            "These are missing and this user may not install them, or they could not be fetched:\n"
            + system.how_to_install(needed + wished_packages(purpose))
            + "\nAsk someone who may to run that, then start again."
        )
    wished = wished_packages(purpose)
    if wished and not system.install(wished):
        tell(
            "Without a PostgreSQL server its tests are skipped. To have them:\n"
            + system.how_to_install(wished)
        )


def needed_packages(purpose: str) -> list[str]:
    """System packages without which nothing starts."""
    wanted = system.DRAWING + (system.SCREEN if purpose == "run" else ())
    missing = system.missing_libraries(wanted)
    if system.on_linux() and not system.can_make_environments():
        missing.append(system.ENVIRONMENT_PACKAGE)
    return missing


def wished_packages(purpose: str) -> list[str]:
    """System packages whose absence only leaves tests out."""
    if purpose == "test" and system.on_linux() and not system.has_database_server():
        return [system.SERVER_PACKAGE]
    return []


def environment_folder(purpose: str) -> str:
    """Where the environment is: as told, in the checkout, or in the user's cache when that is read-only."""
    told = os.environ.get("URAKKA_ENVIRONMENT")
    if told:
        return os.path.abspath(told)
    here = os.path.join(CHECKOUT, ".venv")
    if os.access(here if os.path.isdir(here) else CHECKOUT, os.W_OK) or up_to_date(here, purpose):
        return here
    return cache_folder("environment")


def cache_folder(use: str) -> str:
    """The user's folder for what this checkout can make again."""
    if sys.platform == "win32":
        place = os.environ.get("LOCALAPPDATA") or os.path.expanduser("~")
    else:
        place = os.environ.get("XDG_CACHE_HOME") or os.path.join(os.path.expanduser("~"), ".cache")
    mark = hashlib.sha256(CHECKOUT.encode("utf-8")).hexdigest()[:12]
    return os.path.join(place, "urakka", "{}-{}".format(use, mark))


def python_of(folder: str) -> str:
    """Path of the Python inside an environment."""
    if sys.platform == "win32":
        return os.path.join(folder, "Scripts", "python.exe")
    return os.path.join(folder, "bin", "python")


def fingerprint(purpose: str) -> str:
    """What the environment is made of: this Python and the locked list."""
    with open(os.path.join(HERE, LISTS[purpose]), "rb") as listing:
        locked = hashlib.sha256(listing.read()).hexdigest()
    return "{} {}".format(sys.version, locked)


def stamp(folder: str, purpose: str) -> str:
    """The file that is written last, so that a half-made environment has none."""
    return os.path.join(folder, "ready-to-{}.txt".format(purpose))


def up_to_date(folder: str, purpose: str) -> bool:
    """Whether an environment was made from exactly this Python and list."""
    try:
        with open(stamp(folder, purpose), encoding="utf-8") as written:
            same = written.read() == fingerprint(purpose)
    except OSError:
        return False
    return same and os.path.exists(python_of(folder))


def make_environment(folder: str) -> None:
    """Make an empty environment unless a whole one of this Python stands there."""
    if any(up_to_date(folder, purpose) for purpose in LISTS):
        return
    tell("Making an environment in " + folder)
    if os.path.isdir(folder) and not os.path.exists(os.path.join(folder, "pyvenv.cfg")):
        stop("{} is there but is not an environment; move it away and start again.".format(folder))
    # Without this a Python started from another environment would hand down its own path.
    os.environ.pop("__PYVENV_LAUNCHER__", None)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", folder]) != 0:
        shutil.rmtree(folder, ignore_errors=True)
        stop("The environment could not be made in {}; the reason is above.".format(folder))


def install_packages(folder: str, purpose: str) -> None:
    """Install the locked list with pip, from whatever index this machine is set to use."""
    tell("Installing the packages of packaging/{} (about a minute the first time)".format(LISTS[purpose]))
    for other in LISTS:
        if os.path.exists(stamp(folder, other)):
            os.remove(stamp(folder, other))
    pip = [python_of(folder), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    # The list is whole, so pip has nothing to resolve; left to itself it would prefer a release of tomorrow.
    locked = [
        "--no-deps",
        "--require-hashes",
        "--only-binary=:all:",
        "-r",
        os.path.join(HERE, LISTS[purpose]),
    ]
    if subprocess.call(pip + locked) != 0:
        stop(
            "The packages could not be installed; the reason is above.\n"
            "Is there a network, or does pip know where to fetch (pip config list)?\n"
            "Nothing was left half-done: start again when it is mended."
        )
    done = ["run", "test"] if purpose == "test" else ["run"]
    for one in done:
        with open(stamp(folder, one), "w", encoding="utf-8") as written:
            written.write(fingerprint(one))


def stop(text: str) -> None:
    """Print a sentence where errors go and end with failure."""
    sys.stdout.flush()
    sys.stderr.write(text + "\n")
    sys.exit(1)
