"""Places of the bank's files and bookings: an area as those of ``places``."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from subcontract.money import Money
from tests.make_bank_files import Told, camt, camt_entry
from ui.presenters.invoices.bank.bank import View
from ui.screens.invoices.bank import BankPage
from ui.screens.invoices.invoices import InvoicesScreen

if TYPE_CHECKING:
    from tests.ui.places import Walk

MORE = (
    Told(amount=Money("1911.62"), reference="10074", payer="KIINTEISTÖHUOLTO KÄPY OY", archive_id="A1"),
    Told(amount=Money("1521.69"), payer="KUUSIRANNAN KAUPUNKI", text="Lasku 1005", archive_id="A2"),
    Told(amount=Money(2300), reference="10058", currency="SEK", payer="NORDSJÖ BYGG AB", archive_id="A3"),
    Told(amount=Money("-4.90"), payer="VIRTANEN AUNE", text="Palautus", archive_id="A4"),
    Told(amount=Money("3371.49"), payer="Kiinteistöhuolto Käpy ja Pyöräpaja Polku yhdessä", archive_id="A5"),
)


def bank(walk: "Walk") -> Iterator[str]:
    """What waits, a file that was read and one that was refused, setting aside, and the lists beside."""
    screen = walk.to(InvoicesScreen, "invoices")
    screen.open_page("payments")
    walk.rest()
    page = screen.beside.page("payments")
    assert isinstance(page, BankPage)
    own = page.presenter
    yield "payments"
    own.waiting.select(own.waiting.visible[-1].id)
    walk.rest()
    yield "payments unknown"
    with TemporaryDirectory() as folder:
        file = Path(folder) / "tapahtumat.xml"
        file.write_bytes(camt([camt_entry([one]) for one in MORE]))
        own.read(str(file))
        walk.until(lambda: own.notice)
        yield "payments read"
        file.write_bytes(file.read_bytes()[:-400])
        own.read(str(file))
        walk.until(lambda: not own.reading.is_working)
        yield "payments refused"
    own.notice = None
    candidate = own.places.table.visible[0].id
    own.places.table.edit(candidate, "now", "9999,99")
    walk.rest()
    yield "payments too much"
    own.aside.start()
    own.aside.do()
    walk.rest()
    yield "payments set aside"
    own.aside.form.type("reason", "Lahjoitus, kirjataan muihin tuottoihin")
    own.aside.do()
    walk.rest()
    own.show(View.ASIDE)
    own.tables[View.ASIDE].select(own.tables[View.ASIDE].visible[0].id)
    walk.rest()
    yield "payments aside"
    own.show(View.FILES)
    walk.rest()
    yield "payments files"
