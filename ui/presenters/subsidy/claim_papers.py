"""A claim of the wage subsidy on paper and as a file for a spreadsheet; no Qt."""

from collections.abc import Callable
from typing import Protocol

from subcontract import papers
from subcontract.benefits.records import SubsidyClaim
from subcontract.benefits.subsidy_months import ClaimMonth
from subcontract.papers.files.csv_file import csv_bytes
from subcontract.words import N_
from ui.presenters.owner import Owner
from ui.presenters.subsidy.claim_words import CSV_COLUMNS, csv_rows
from ui.presenters.subsidy.reading import SubsidyRead
from ui.texts import CatalogueTexts


class OfMonth(Owner, Protocol):
    """What papers need to know of the month that is open."""

    shown: ClaimMonth | None
    known: SubsidyRead | None


class ClaimPapers:
    """Papers of the claim as it was made: what is only foreseen goes nowhere."""

    def __init__(self, of: OfMonth) -> None:
        """Belong to the claims' presenter."""
        self.of = of

    @property
    def claim(self) -> SubsidyClaim | None:
        """The claim that papers are made of."""
        return self.of.shown.claim if self.of.shown else None

    def file_name(self, ending: str) -> str:
        """A name for the file, without the person's name."""
        claim, read = self.claim, self.of.known
        if claim is None or read is None:
            return ""
        name = self.of.texts.say(
            N_("subsidy-claim-{month}-{number}"), month=str(claim.month), number=str(read.client.number)
        )
        return f"{name}.{ending}"

    def make_sheet(self, done: Callable[[bytes], None]) -> None:
        """Make the claim sheet and hand it to ``done``."""
        claim, read, one = self.claim, self.of.known, self.of.shown
        if claim is None or read is None or one is None:
            return
        facts = papers.SubsidyClaimFacts(
            claim=claim,
            decision=one.decision,
            employment=read.employments[one.decision.employment] if one.decision.employment else None,
            client=read.client,
            unit=read.unit,
            by=self.of.door.who.name,
            day=self.of.door.today(),
        )
        language = self.of.texts.language
        self.of.door.work(
            lambda _lists, _progress: papers.subsidy_claim_pdf(facts, CatalogueTexts(language)), done
        )

    def csv(self) -> bytes:
        """The claim line by line, as Finnish spreadsheets open it."""
        claim, one = self.claim, self.of.shown
        if claim is None or one is None:
            return b""
        header = [self.of.texts.say(title) for title in CSV_COLUMNS]
        return csv_bytes(header, csv_rows(claim, one.decision, self.of.texts))
