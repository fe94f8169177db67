"""What an engine's failure means, as a refusal; what has no meaning here is a bug and stays as it is."""

from sqlalchemy.engine import ExceptionContext

from subcontract.ports import TryAgain
from subcontract.problems import Code, Refused, refuse

SQLITE = {
    "SQLITE_BUSY": Code.FILE_IN_USE,
    "SQLITE_LOCKED": Code.FILE_IN_USE,
    "SQLITE_NOTADB": Code.FILE_DAMAGED,
    "SQLITE_CORRUPT": Code.FILE_DAMAGED,
    "SQLITE_FULL": Code.STORAGE_FAILED,
    "SQLITE_IOERR": Code.STORAGE_FAILED,
    "SQLITE_READONLY": Code.STORAGE_FAILED,
    "SQLITE_CANTOPEN": Code.STORAGE_FAILED,
    "SQLITE_PERM": Code.STORAGE_FAILED,
}
"""Names of SQLite's result codes; an extended name falls back to the name it extends."""
CONSTRAINTS = {
    "UNIQUE constraint failed": Code.ALREADY_EXISTS,
    "FOREIGN KEY constraint failed": Code.NOT_FOUND,
}
"""The driver names no constraint codes, so SQLite's own fixed words tell them apart."""
POSTGRES = {
    "23505": Code.ALREADY_EXISTS,
    "23503": Code.NOT_FOUND,
    "22003": Code.TOO_LARGE,
    "53100": Code.STORAGE_FAILED,
    "57P01": Code.STORAGE_FAILED,
    "57P02": Code.STORAGE_FAILED,
    "57P03": Code.STORAGE_FAILED,
    "25006": Code.NOT_ALLOWED,
}
"""SQLSTATE codes."""
TRY_AGAIN = frozenset({"40001", "40P01"})
"""Serialization failure and deadlock."""


def meaning(context: ExceptionContext) -> BaseException | None:
    """The refusal that a failure amounts to, or ``None`` to let it pass."""
    failure = context.original_exception
    if isinstance(failure, Refused):
        return failure
    if isinstance(failure, OverflowError):
        return refuse(Code.TOO_LARGE)
    state = getattr(failure, "sqlstate", None)
    if state in TRY_AGAIN:
        return TryAgain()
    code = _of_postgres(context, state) if _is_server(context) else of_file(failure)
    if code is Code.STORAGE_FAILED and not _is_server(context):
        # A full disk undoes the whole transaction. What came after would be written outside of any, so
        # the connection is given up: nothing more is done on it until it has been rolled back.
        context.is_disconnect = True
        context.invalidate_pool_on_disconnect = False
    if code is Code.NOT_FOUND and (context.statement or "").startswith("DELETE"):
        code = Code.IN_USE
    return None if code is None else refuse(code)


def _is_server(context: ExceptionContext) -> bool:
    return context.dialect.name == "postgresql"


def _of_postgres(context: ExceptionContext, state: str | None) -> Code | None:
    if state is None and context.is_disconnect:
        return Code.STORAGE_FAILED
    return POSTGRES.get(state or "") or (Code.STORAGE_FAILED if (state or "").startswith("08") else None)


def of_file(failure: BaseException) -> Code | None:
    """By the extended name, or by the one it extends: SQLITE_IOERR_WRITE is SQLITE_IOERR."""
    name: str = getattr(failure, "sqlite_errorname", "") or ""
    if name.startswith("SQLITE_CONSTRAINT"):
        return next((code for words, code in CONSTRAINTS.items() if str(failure).startswith(words)), None)
    return SQLITE.get(name) or SQLITE.get("_".join(name.split("_")[:2]))
