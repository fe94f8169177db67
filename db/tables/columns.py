"""Column types: whole cents, whole minutes, scaled decimals, dates and ids, the same on both engines.

No column is a floating point number anywhere.
"""

import json
from collections.abc import Callable
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    SmallInteger,
    Text,
    TypeDecorator,
    Uuid,
)
from sqlalchemy.types import TypeEngine

from subcontract.days import Month
from subcontract.money import Money
from subcontract.problems import Code, refuse
from subcontract.rota.weights import Weight

SCALE = 4
DOUBLE_HOUR = 1440
Counter = BigInteger().with_variant(Integer(), "sqlite")


# A long list repeats the same few jobs, people and prices; what cannot change is made once.
id_of = lru_cache(maxsize=65_536)(lambda raw: UUID(bytes=raw))
money_of = lru_cache(maxsize=4096)(Money.of_cents)
month_of = lru_cache(maxsize=4096)(Month.parse)


def read_id(raw: bytes | None) -> UUID | None:
    """The id of 16 bytes."""
    return None if raw is None else id_of(raw)


class Id(TypeDecorator[UUID]):
    """A UUID: 16 bytes in the embedded file, the server's own type elsewhere."""

    impl = LargeBinary(16)
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """Choose the engine's type."""
        own: TypeEngine[Any] = LargeBinary(16) if dialect.name == "sqlite" else Uuid()
        return dialect.type_descriptor(own)

    def process_bind_param(self, value: UUID | None, dialect: Dialect) -> UUID | bytes | None:
        """Write the id."""
        return value if value is None or dialect.name != "sqlite" else value.bytes

    def result_processor(self, dialect: Dialect, coltype: object) -> Callable[[Any], Any] | None:  # noqa: ARG002
        """Read the id; the server's driver gives one already."""
        return read_id if dialect.name == "sqlite" else None


class Cents(TypeDecorator[Money]):
    """Money as whole cents."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Money | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write cents."""
        return None if value is None else value.cents

    def process_result_value(self, value: int | None, dialect: Dialect) -> Money | None:  # noqa: ARG002
        """Read cents."""
        return None if value is None else money_of(value)


def scaled(value: Decimal) -> int:
    """Ten-thousandths of a decimal; refuses a fifth decimal rather than losing it."""
    whole = value.scaleb(SCALE)
    if whole != whole.to_integral_value():
        raise refuse(Code.TOO_MANY_DECIMALS)
    return int(whole)


@lru_cache(maxsize=4096)
def unscaled(value: int) -> Decimal:
    """The decimal without needless zeros: 15000 gives ``1.5``."""
    places = SCALE
    while places and value % 10 == 0:
        value //= 10
        places -= 1
    return Decimal(value).scaleb(-places)


class Scaled(TypeDecorator[Decimal]):
    """A decimal of at most four places as a whole number of ten-thousandths."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write ten-thousandths."""
        return None if value is None else scaled(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read ten-thousandths."""
        return None if value is None else unscaled(value)


class Exact(TypeDecorator[Decimal]):
    """A decimal written out: a figure of a working, shown and never summed by the database."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the digits."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002
        """Read the digits."""
        return None if value is None else Decimal(value)


class WallClock(TypeDecorator[time]):
    """Minutes since midnight; 1440 more for the second of an hour that the clocks repeat."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write minutes; a time with seconds is refused."""
        if value is None:
            return None
        if value.second or value.microsecond:
            raise refuse(Code.NOT_A_TIME)
        return value.hour * 60 + value.minute + DOUBLE_HOUR * value.fold

    def process_result_value(self, value: int | None, dialect: Dialect) -> time | None:  # noqa: ARG002
        """Read minutes."""
        if value is None:
            return None
        fold, minutes = divmod(value, DOUBLE_HOUR)
        return time(*divmod(minutes, 60), fold=fold)


class Moment(TypeDecorator[datetime]):
    """A moment in UTC."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Write UTC; a moment without a zone is refused."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise refuse(Code.WRONG_TYPE)
        moment = value.astimezone(UTC)
        return moment.replace(tzinfo=None) if dialect.name == "sqlite" else moment

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Read UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if dialect.name == "sqlite" else value.astimezone(UTC)


class Weighed(TypeDecorator[Weight]):
    """The weight of a goal as its number."""

    impl = SmallInteger
    cache_ok = True

    def process_bind_param(self, value: Weight | None, dialect: Dialect) -> int | None:  # noqa: ARG002
        """Write the number."""
        return None if value is None else int(value)

    def process_result_value(self, value: int | None, dialect: Dialect) -> Weight | None:  # noqa: ARG002
        """Read the weight."""
        return None if value is None else Weight(value)


class MonthText(TypeDecorator[Month]):
    """A month as ``YYYY-MM``."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Month | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write the month."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Month | None:  # noqa: ARG002
        """Read the month."""
        return None if value is None else month_of(value)


class Blanks(TypeDecorator[tuple[tuple[str, str], ...]]):
    """Named blanks of one sentence, as JSON: never searched, and only whole with their sentence."""

    impl = Text
    cache_ok = True

    def process_bind_param(
        self,
        value: tuple[tuple[str, str], ...] | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> str | None:
        """Write the pairs."""
        return None if value is None else json.dumps(value, ensure_ascii=False)

    def process_result_value(
        self,
        value: str | None,
        dialect: Dialect,  # noqa: ARG002
    ) -> tuple[tuple[str, str], ...] | None:
        """Read the pairs."""
        return None if value is None else tuple((str(name), str(text)) for name, text in json.loads(value))
