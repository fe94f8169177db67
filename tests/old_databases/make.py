"""Writes the file that a release leaves here: run ``python -m tests.old_databases.make`` once per version.

The file holds the full world of the tests, billed, paid, on paper and in the log. It is written by the
program of its day and never again: every later program must open it (tests/db/test_old_databases.py).
"""

import sys
from dataclasses import replace
from pathlib import Path

import db
from db import key as keys
from db import migrate
from subcontract.actions.perform import FIRST_PREVIOUS, hash_of
from subcontract.payout.records import PayRunState
from tests.db import full

HERE = Path(__file__).parent
PASSWORD = "Kahdeksan kuivaa kesää"


def path_of(version: str) -> Path:
    """Where the file of a version lies."""
    return HERE / f"{version}.urakka"


def write(path: Path) -> None:
    """Make the file."""
    store = db.create_embedded(path, PASSWORD)
    with store.open_books() as books:
        full.fill(books)
        books.payouts.save(replace(books.payouts.all()[0], approved=True))
        books.pay_runs.save(replace(books.pay_runs.all()[0], state=PayRunState.APPROVED))
        books.billings.claim(full.ENTRY, full.FIRST_LINE)
        books.papers.add(full.paper())
        books.numbers.take(full.UNIT, "invoice")
        books.numbers.take(full.UNIT, "invoice")
        event = full.event(FIRST_PREVIOUS)
        books.log.add(replace(event, hash=hash_of(event)))
        books.commit()
    store.close()
    path.with_name(f"{path.name}.lock").unlink()


def main() -> None:
    """Make the file of our version unless it is there."""
    path = path_of(migrate.VERSIONS[-1])
    if path.exists() or keys.header_path(path).exists():
        sys.exit(f"{path.name} is there already.")
    write(path)


if __name__ == "__main__":
    main()
