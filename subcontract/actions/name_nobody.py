"""No paper that goes to a customer names a client: who receives services is nobody else's business."""

from collections.abc import Iterable, Iterator

from subcontract.invoicing.privacy import problems_of_texts
from subcontract.jobs.job import Job
from subcontract.ports import Books
from subcontract.problems import Refused


def must_name_nobody(books: Books, texts: Iterable[tuple[str, str]]) -> None:
    """Refuse ``(field, text)`` that names a client (``names_a_client``)."""
    problems = problems_of_texts(texts, books.clients.names())
    if problems:
        raise Refused(*problems)


def texts_of_job(job: Job) -> Iterator[tuple[str, str]]:
    """What the papers of a job say of it in the user's words, with the fields."""
    yield from (("name", job.name), ("description", job.description), ("place", job.place))
    yield ("order_number", job.order_number)
    for at, phase in enumerate(job.phases):
        yield from ((f"phases.{at}.name", phase.name), (f"phases.{at}.unit_name", phase.unit_name))
