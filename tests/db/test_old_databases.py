"""Every file that a release has left opens, comes up to our version and holds together."""

import shutil
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

import pytest

import db
from db import key as keys
from db import migrate
from db import store as stores
from subcontract.actions.perform import broken_link
from subcontract.money import total
from subcontract.ports import InvoicingShelves, PayShelves, RotaShelves
from tests.db import full
from tests.old_databases.make import PASSWORD, path_of

SINCE = {
    "payments": "0002",
    **{f"pay.{one.name}": "0003" for one in fields(PayShelves)},
    **{f"invoicing.{one.name}": "0005" for one in fields(InvoicingShelves)},
    **{f"rota.{one.name}": "0006" for one in fields(RotaShelves)},
}
"""Shelves that came after the first version: older files have nothing on them."""


def test_every_version_has_left_a_file() -> None:
    assert [version for version in migrate.VERSIONS if not path_of(version).exists()] == []


@pytest.mark.parametrize("version", migrate.VERSIONS)
def test_an_old_file_opens_and_holds_together(version: str, tmp_path: Path) -> None:
    path = tmp_path / "old.urakka"
    shutil.copy(path_of(version), path)
    shutil.copy(keys.header_path(path_of(version)), keys.header_path(path))
    store = db.open_embedded(path, PASSWORD)
    stores.check_whole(store)
    with store.open_lists() as lists:
        for shelf, records in full.world().items():
            then = records if version >= SINCE.get(shelf, "0001") else ()
            assert len(attrgetter(shelf)(lists).all()) == len(then), shelf
        assert broken_link(lists.log.last(1000)) is None
        for invoice in lists.invoices.all():
            assert invoice.net == total(line.net for line in invoice.lines)
            assert (
                invoice.total == invoice.net + total(part.amount for part in invoice.vat) or invoice.original
            )
        assert lists.units.get(full.UNIT) == full.unit()
        assert lists.clients.all() == full.clients()
        assert lists.payouts.all()[0].approved
        assert lists.billings.line_of(full.ENTRY) == full.FIRST_LINE
        assert lists.papers.find(full.FIRST_INVOICE, "invoice") == full.paper()
    with store.open_books() as books:
        assert books.numbers.take(full.UNIT, "invoice") == 3
        books.commit()
    store.close()
