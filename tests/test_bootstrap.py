"""The two commands on a machine where something is missing: a plain sentence, and nothing half-made."""

import ast
import importlib
import importlib.metadata
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from packaging.requirements import Requirement

from tests import house

LIBRARIES = ("libGL.so.1", "libxcb-cursor.so.0")


@pytest.fixture
def bootstrap(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    """Give the bootstrap as a machine without two libraries and without rights would run it."""
    monkeypatch.syspath_prepend(str(house.ROOT / "packaging"))
    module = importlib.import_module("bootstrap")
    monkeypatch.setattr(module.system, "on_linux", lambda: True)
    monkeypatch.setattr(module.system, "loads", lambda library: library not in LIBRARIES)
    monkeypatch.setattr(module.system, "can_make_environments", lambda: True)
    monkeypatch.setattr(module.system, "has_database_server", lambda: True)
    monkeypatch.setattr(module.system, "install", lambda packages: False)  # noqa: ARG005 - may not
    yield module
    for name in ("bootstrap", "system_libraries"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("path", house.sources("packaging"), ids=str)
def test_an_old_python_can_read_the_commands(path: Path) -> None:
    assert ast.parse(house.text(path), feature_version=(3, 8)).body


def test_an_old_python_gets_a_sentence(bootstrap, monkeypatch, capsys) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    with pytest.raises(SystemExit):
        bootstrap.refuse_old_python()
    assert "needs Python 3.11 or newer; this is Python 3.9" in capsys.readouterr().err


def test_missing_libraries_are_named_with_the_command_that_brings_them(
    bootstrap, monkeypatch, capsys
) -> None:
    monkeypatch.setattr(bootstrap.system.shutil, "which", lambda name: "/usr/bin/" + name)
    with pytest.raises(SystemExit):
        bootstrap.supply_system("run")
    assert "sudo apt-get install libgl1 libxcb-cursor0\n" in capsys.readouterr().err


def test_tests_need_no_screen_libraries(bootstrap) -> None:
    assert bootstrap.needed_packages("test") == ["libgl1"]


def test_a_missing_server_only_leaves_tests_out(bootstrap, monkeypatch, capsys) -> None:
    monkeypatch.setattr(bootstrap.system, "loads", lambda library: True)  # noqa: ARG005 - all are there
    monkeypatch.setattr(bootstrap.system, "has_database_server", lambda: False)
    bootstrap.supply_system("test")
    assert "its tests are skipped" in capsys.readouterr().out


def test_a_half_made_environment_is_made_again(bootstrap, tmp_path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "python").touch()
    (tmp_path / "Scripts").mkdir()
    (tmp_path / "Scripts" / "python.exe").touch()
    assert not bootstrap.up_to_date(str(tmp_path), "run")
    Path(bootstrap.stamp(str(tmp_path), "run")).write_text("another list", encoding="utf-8")
    assert not bootstrap.up_to_date(str(tmp_path), "run")
    Path(bootstrap.stamp(str(tmp_path), "run")).write_text(bootstrap.fingerprint("run"), encoding="utf-8")
    assert bootstrap.up_to_date(str(tmp_path), "run")


def test_a_folder_that_is_no_environment_is_left_alone(bootstrap, tmp_path, capsys) -> None:
    (tmp_path / "mine.txt").write_text("precious", encoding="utf-8")
    with pytest.raises(SystemExit):
        bootstrap.make_environment(str(tmp_path))
    assert "move it away" in capsys.readouterr().err
    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "precious"


def test_a_checkout_one_may_not_write_keeps_its_environment_in_the_users_cache(
    bootstrap, monkeypatch
) -> None:
    monkeypatch.delenv("URAKKA_ENVIRONMENT", raising=False)
    monkeypatch.setattr(bootstrap.os, "access", lambda *_: False)
    monkeypatch.setattr(bootstrap, "up_to_date", lambda *_: False)
    assert bootstrap.environment_folder("run").startswith(bootstrap.cache_folder("environment"))


def locked(listing: str) -> dict[str, str]:
    """Each package of a locked list, and its version."""
    lines = house.text(house.ROOT / "packaging" / listing).splitlines()
    pins = (re.match(r"([a-z0-9._-]+)==([^ ;]+)", line) for line in lines)
    return {pin[1]: pin[2] for pin in pins if pin}


def plain_name(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def needs(name: str, extras: set[str]) -> Iterator[Requirement]:
    """What an installed package asks for on this machine, with the extras that are asked of it."""
    for line in importlib.metadata.requires(name) or []:
        wanted = Requirement(line)
        if wanted.marker is None or any(wanted.marker.evaluate({"extra": one}) for one in extras | {""}):
            yield wanted


@pytest.mark.parametrize(("listing", "extra"), [("requirements.txt", ""), ("requirements-test.txt", "test")])
def test_a_locked_list_is_whole_so_that_nothing_is_left_to_resolve(listing, extra) -> None:
    project = tomllib.loads(house.text(house.ROOT / "pyproject.toml"))["project"]
    pins = locked(listing)
    asked = [*project["dependencies"], *(project["optional-dependencies"][extra] if extra else ())]
    waiting = [Requirement(line) for line in asked]
    seen = set()
    while waiting:
        wanted = waiting.pop()
        name = plain_name(wanted.name)
        if (wanted.marker and not wanted.marker.evaluate()) or (name, *sorted(wanted.extras)) in seen:
            continue
        seen.add((name, *sorted(wanted.extras)))
        assert name in pins, f"{name} is missing from {listing}"
        assert wanted.specifier.contains(pins[name]), f"{listing} pins {name} outside {wanted}"
        waiting.extend(needs(name, wanted.extras))
    assert len(seen) > len(asked)
