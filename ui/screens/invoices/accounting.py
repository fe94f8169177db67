"""Kirjanpitoon: control totals of what comes, journals that were made, lists, and the month's archive."""

from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from subcontract.invoicing.sendings import LedgerPreset
from subcontract.words import N_
from ui.presenters.invoices.accounting.accounting import AccountingPresenter, View
from ui.presenters.invoices.accounting.accounting_words import PRESETS
from ui.presenters.invoices.accounting.ledger_period import Span
from ui.screens.bones import Desk, Screen, Stepper
from ui.widgets.buttons import Button
from ui.widgets.flow import Flow
from ui.widgets.labels import Card, Label, ToneLine
from ui.widgets.pages import Pages
from ui.widgets.saving import save_file
from ui.widgets.sections import FieldGroup, Sections
from ui.widgets.segments import Segments
from ui.widgets.sum_lines import SumLines
from ui.widgets.table import TableView


class AccountingPage(Screen):
    """What goes to accounting, and what has gone."""

    def __init__(self, desk: Desk) -> None:
        """Lay out the two views."""
        super().__init__(desk, title=N_("To accounting"))
        self.presenter = self.use(AccountingPresenter(desk.door(self), desk.texts))
        self.body.addWidget(self._make_tools())
        self.pages = Pages()
        self.coming = self._make_coming()
        self.made = self._make_made()
        for page in (self.coming, self.made):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.set_primary(N_("To accounting"), self._export)

    # --- parts

    def _make_tools(self) -> QWidget:
        """Which view, and of which days."""
        say, presenter = self.texts.say, self.presenter
        tools = Flow()
        self.views = Segments(
            say(N_("What is shown of accounting")),
            ((View.COMING, say(N_("What comes next"))), (View.MADE, say(N_("Journals that were made")))),
            lambda view: presenter.show(View(str(view))),
        )
        self.spans = Segments(
            say(N_("Which days")),
            ((Span.MONTH, say(N_("A month"))), (Span.DAYS, say(N_("Other days")))),
            lambda span: presenter.chosen.choose(Span(str(span))),
        )
        chosen = presenter.chosen
        self.stepper = Stepper(self.texts, lambda: chosen.month_words, chosen.step, N_("month"))
        for part in (self.views, self.spans, self.stepper):
            tools.add(part)
        return tools

    def _make_coming(self) -> Sections:
        """The journal and its control totals on the left, VAT, lists and the archive on the right."""
        sections = Sections()
        form = self.presenter.chosen.form
        self.days = FieldGroup(form, self.texts.say(N_("Days of the journal")), form.specs, pairs=True)
        sections.add(self.days)
        sections.add(self._make_journal())
        sections.add(self._make_vat(), 1)
        sections.add(self._make_archive(), 1)
        return sections

    def _make_journal(self) -> Card:
        say = self.texts.say
        card = Card(say(N_("Journal")))
        self.sentence = Label("", "strong", wrap=True)
        self.remarks = QVBoxLayout()
        self.remarks.setSpacing(4)
        self.to_settings = Button(
            say(N_("Write account numbers")), lambda: self.desk.go("settings/invoicing"), icon_name="gear"
        )
        self.presets = Segments(
            say(N_("Shape of the file")),
            ((preset, say(word)) for preset, word in PRESETS.items()),
            lambda preset: self.presenter.choose_preset(LedgerPreset(str(preset))),
        )
        self.preset_note = Label("", "muted", wrap=True)
        self.control = SumLines()
        card.body.addWidget(self.sentence)
        card.body.addLayout(self.remarks)
        self.link = Flow()
        self.link.add(self.to_settings)
        for part in (self.link, self.presets, self.preset_note, self.control):
            card.body.addWidget(part)
        return card

    def _make_vat(self) -> Card:
        self.vat_card = Card(self.texts.say(N_("VAT by rate")))
        self.vat = SumLines()
        self.vat_card.body.addWidget(self.vat)
        return self.vat_card

    def _make_archive(self) -> Card:
        """Lists, and everything in one archive."""
        say, gathering = self.texts.say, self.presenter.gathering
        card = Card(say(N_("Lists and archive")))
        told = N_(
            "Invoices, payments, open invoices and VAT. The archive holds the papers too, and is read "
            "without this program."
        )
        card.body.addWidget(Label(say(told), "muted", wrap=True))
        self.pay = Segments(
            say(N_("Papers of pay in the archive")),
            ((False, say(N_("Without papers of pay"))), (True, say(N_("Papers of pay too")))),
            lambda along: gathering.take_pay(along=bool(along)),
        )
        self.pay_note = ToneLine()
        card.body.addWidget(self.pay)
        card.body.addWidget(self.pay_note)
        tools = Flow()
        self.lists = Button(
            say(N_("Lists as a workbook")), gathering.make_lists, key="F7", icon_name="download-simple"
        )
        self.archive = Button(say(N_("Make the archive")), self._archive, key="F8", icon_name="archive")
        tools.add(self.lists)
        tools.add(self.archive)
        card.body.addWidget(tools)
        return card

    def _make_made(self) -> QWidget:
        """The journals that were made, and what can be saved of the selected one."""
        say, presenter = self.texts.say, self.presenter
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.list = TableView(presenter.table, filtered=False)
        column.addWidget(self.list, 1)
        tools = Flow()
        self.save = Button(
            say(N_("Save the file")), presenter.save, key="Ctrl+S", icon_name="download-simple"
        )
        self.save_book = Button(say(N_("Save as a workbook")), presenter.save_book, key="F7")
        self.save_invoices = Button(say(N_("Save the file of invoices")), presenter.save_invoices, key="F8")
        for part in (self.save, self.save_book, self.save_invoices):
            tools.add(part)
        column.addWidget(tools)
        return page

    # --- acting

    def _export(self) -> None:
        """Send to accounting, for that cannot be undone after it has been asked about."""
        presenter = self.presenter
        if presenter.can_export and self.desk.ask_before(presenter.question, presenter.verb):
            presenter.export()

    def _archive(self) -> None:
        """Ask where the archive goes, then gather it."""
        gathering = self.presenter.gathering
        if gathering.can_start:
            gathering.start_folder(self.desk.ask_save_path(gathering.folder_name, "zip"))

    def cancel_work(self) -> None:
        """Stop the archive."""
        self.presenter.gathering.cancel()

    # --- following

    def refresh(self) -> None:
        """Show what the presenter has now; a file that waits to be saved is saved."""
        presenter, gathering = self.presenter, self.presenter.gathering
        coming = presenter.view is View.COMING
        self.pages.setCurrentWidget(self.coming if coming else self.made)
        self.views.show_value(presenter.view)
        self.spans.show_value(presenter.chosen.span)
        self.spans.setVisible(coming)
        self.stepper.setVisible(coming and presenter.chosen.span is Span.MONTH)
        self._show_journal()
        self._show_archive()
        self.primary.setVisible(coming)
        self.primary.set_text(presenter.verb)
        self.primary.setEnabled(presenter.can_export)
        if gathering.is_working:
            self.progress.show_step(gathering.done, gathering.of, self.texts.say(N_("Files")))
        else:
            self.progress.finish()
        self._save_waiting()

    def _show_journal(self) -> None:
        """What comes, what is wrong with it, and its sums."""
        presenter = self.presenter
        self.sentence.setText(presenter.sentence)
        self._show_remarks()
        self.link.setVisible(presenter.lacks_accounts)
        self.presets.show_value(presenter.preset)
        self.preset_note.setText(presenter.preset_note)
        self.preset_note.setVisible(presenter.comes and bool(presenter.preset_note))
        self.control.show_steps(presenter.control)
        self.vat.show_steps(presenter.vat)
        self.vat_card.setVisible(bool(presenter.vat))
        self.presets.setVisible(presenter.comes)
        self.save.setEnabled(presenter.selected is not None)
        self.save_book.setEnabled(presenter.selected is not None)
        self.save_invoices.setVisible(presenter.can_save_invoices)

    def _show_remarks(self) -> None:
        """A line of each remark."""
        while (item := self.remarks.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for tone, words in self.presenter.remarks:
            self.remarks.addWidget(ToneLine(words, tone))

    def _show_archive(self) -> None:
        """What can be gathered."""
        gathering = self.presenter.gathering
        self.pay.show_value(gathering.with_pay)
        self.pay.setVisible(gathering.may_take_pay)
        self.pay_note.say(gathering.pay_note)
        self.lists.setEnabled(gathering.can_start)
        self.archive.setEnabled(gathering.can_start)

    def _save_waiting(self) -> None:
        """Ask where to save a file that was made."""
        presenter = self.presenter
        if (paper := presenter.to_save) is not None:
            presenter.to_save = None
            path = self.desk.ask_save_path(paper.name, Path(paper.name).suffix.removeprefix("."))
            told = save_file(path, paper.content, self.texts) if path else None
            presenter.file_saved(path, told)
