"""The sentences of problems of credit notes and pictures; no Qt."""

from collections.abc import Mapping

from subcontract.problems import Code
from subcontract.words import N_

PAPER_SENTENCES: Mapping[Code, tuple[str, ...]] = {
    Code.NOTE_TAKEN_BACK: (
        N_("Invoice {number} has taken this credit note back already. Nothing was changed."),
        N_("This credit note has been taken back already. Nothing was changed."),
    ),
    Code.NOTE_OF_CORRECTION: (
        N_(
            "This credit note follows from corrected work. Correct the work again instead: "
            "the difference then comes on the next invoice."
        ),
    ),
    Code.WORK_BILLED_ANEW: (
        N_(
            "The work that this credit note freed is on another draft or invoice by now. Nothing was "
            "changed: discard that draft or credit that invoice first."
        ),
    ),
    Code.BAD_PICTURE: (
        N_("A picture of the kind {kind} may hold programs, so it is not taken. Save it as PNG first."),
        N_("The picture has more than {millions} million dots. Nothing was changed. Make it smaller first."),
        N_("Reading the picture took more than {seconds} seconds. Nothing was changed. Save it anew as PNG."),
        N_("This file is not a picture that can be used. Nothing was changed. Choose a JPEG or PNG picture."),
    ),
}
