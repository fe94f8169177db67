"""The system's own libraries that Qt and the tests need, and how to get the missing ones.

Standard library only, and readable to any Python 3, as ``bootstrap.py``.
"""

from __future__ import annotations

import ctypes
import glob
import os
import shutil
import subprocess
import sys

# What is loaded, and the Debian or Ubuntu package that holds it.
DRAWING = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
    ("libdbus-1.so.3", "libdbus-1-3"),
)
SCREEN = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
ENVIRONMENT_PACKAGE = "python3-venv"
SERVER_PACKAGE = "postgresql"
CLUSTER_SETTING = "/etc/postgresql-common/createcluster.conf"
ENOUGH_LIBC = (2, 34)


def on_linux() -> bool:
    """Whether this is Linux, where libraries come from the system's packages."""
    return sys.platform.startswith("linux")


def missing_libraries(wanted: tuple[tuple[str, str], ...]) -> list[str]:
    """Packages whose library cannot be loaded; none outside Linux, where Qt brings its own."""
    if not on_linux():
        return []
    return [package for library, package in wanted if not loads(library)]


def loads(library: str) -> bool:
    """Whether the system finds and loads a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def can_make_environments() -> bool:
    """Whether this Python has its venv whole; Debian ships it in a package of its own."""
    try:
        import ensurepip  # noqa: F401, PLC0415 - whether it imports is the question
        import venv  # noqa: F401, PLC0415
    except ImportError:
        return False
    return True


def has_database_server() -> bool:
    """Whether a PostgreSQL server program is on this machine."""
    return bool(shutil.which("postgres") or glob.glob("/usr/lib/postgresql/*/bin/postgres"))


def too_old_system() -> str:
    """A sentence about a Linux that Qt's wheels do not run on, or empty."""
    if not on_linux():
        return ""
    try:
        name, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").split()
        found = tuple(int(part) for part in version.split(".")[:2])
    except (ValueError, OSError, AttributeError):
        return "This Linux has another C library than glibc; Qt's packages need glibc 2.34 or newer."
    if found >= ENOUGH_LIBC:
        return ""
    return "This system has {} {}; Qt's packages need 2.34 or newer (Debian 12, Ubuntu 22.04).".format(
        name, version
    )


def privilege() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks no password, None when not allowed."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and subprocess.call(["sudo", "-n", "true"], stderr=subprocess.DEVNULL) == 0:
        return ["sudo", "-n"]
    return None


def install(packages: list[str]) -> bool:
    """Install packages with apt when that is possible and allowed; whether it was done."""
    before = privilege() if shutil.which("apt-get") else None
    if before is None:
        return False
    tell("Installing from the system's packages: " + " ".join(packages))
    quiet_database(before, packages)
    apt = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    quietly([*apt, "update"])
    return quietly([*apt, "install", "-y", "--no-install-recommends", *packages])


def quietly(command: list[str]) -> bool:
    """Run a command and show what it said only if it failed; whether it succeeded."""
    done = subprocess.run(
        command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False
    )
    if done.returncode != 0:
        tell(done.stdout.decode("utf-8", "replace"))
    return done.returncode == 0


def quiet_database(before: list[str], packages: list[str]) -> None:
    """Keep the server's package from starting a server for good; the tests start their own for a moment."""
    if SERVER_PACKAGE not in packages or os.path.exists(CLUSTER_SETTING):
        return
    write = 'mkdir -p "$(dirname "$0")" && echo "create_main_cluster = false" > "$0"'
    subprocess.call([*before, "sh", "-c", write, CLUSTER_SETTING])


def how_to_install(packages: list[str]) -> str:
    """The exact command for a person who may install, or what to look for where apt is not used."""
    if shutil.which("apt-get"):
        return "    sudo apt-get install " + " ".join(packages)
    return "    (Debian's names; other systems have the same under their own)  " + " ".join(packages)


def tell(text: str) -> None:
    """Print at once, so that the order holds beside the output of other programs."""
    print(text, flush=True)
