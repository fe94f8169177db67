"""What the program remembers for this user of this computer: language, look and the last file; no Qt."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from typing import Any


def settings_path() -> Path:
    """Where the settings are kept."""
    import platformdirs  # noqa: PLC0415 - imported when a window opens

    return Path(platformdirs.user_config_dir("urakka", appauthor=False)) / "settings.json"


def data_path() -> Path:
    """Where the centre's file is unless the user chose another place."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_data_dir("urakka", appauthor=False)) / "urakka.db"


def log_path() -> Path:
    """Where unexpected problems are written."""
    import platformdirs  # noqa: PLC0415

    return Path(platformdirs.user_log_dir("urakka", appauthor=False)) / "urakka.log"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Choices of one user; nothing of the centre's data is here."""

    language: str = "fi"
    theme: str = "system"
    percent: int = 100
    file: str = ""
    width: int = 1366
    height: int = 768
    screen: str = "today"
    bank_file: str = "09"
    """The version of the bank file that was chosen last."""
    e_invoice_folder: str = ""
    """Where the operator's program takes e-invoices from."""


class KeptSettings:
    """The settings, written at every change; a file that cannot be read or written is done without."""

    def __init__(self, path: Path | None = None) -> None:
        """Read from ``path``; ``None`` keeps nothing."""
        self._path = path
        self.now = self._read()

    def change(self, **values: object) -> None:
        """Change some and write all."""
        self.now = replace(self.now, **values)  # type: ignore[arg-type]
        if self._path is None:
            return
        with suppress(OSError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            part = self._path.with_suffix(".part")
            part.write_text(json.dumps(asdict(self.now), indent=1), encoding="utf-8")
            part.replace(self._path)

    def _read(self) -> Settings:
        """Read what is known and has the right type; leave the rest as it is by default."""
        plain = Settings()
        if self._path is None:
            return plain
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return plain
        if not isinstance(found, dict):
            return plain
        known: dict[str, Any] = {}
        for field in fields(Settings):
            value, usual = found.get(field.name), getattr(plain, field.name)
            if type(value) is type(usual):
                known[field.name] = value
        return replace(plain, **known)
