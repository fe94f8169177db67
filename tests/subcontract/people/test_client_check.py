from datetime import date

import pytest

from subcontract.days import DateRange
from subcontract.people.client import FormOfWork, FormOfWorkSpan, Permit, TariffClassSpan
from subcontract.people.client_check import checked_client, clashes, with_pairs_apart
from subcontract.people.unit import Address
from subcontract.problems import Code, Refused
from tests import make

JPEG = b"\xff\xd8\xff\xe0" + b"0" * 100


def test_codes_are_stored_in_one_form() -> None:
    client = checked_client(make.client(identity_code=" 010594y9032 ", iban="fi21 1234 5600 0007 85"))
    assert (client.identity_code, client.iban) == ("010594Y9032", "FI2112345600000785")


def test_all_that_is_wrong_is_told_at_once() -> None:
    wrong = make.client(
        first_name=" ",
        identity_code="010594Y9031",
        iban="FI00",
        email="x",
        address=Address(postcode="1"),
        language="kl",
        weekly_days=8,
        weekly_minutes=-1,
    )
    with pytest.raises(Refused) as refused:
        checked_client(wrong)
    assert [(p.code, p.field) for p in refused.value.problems] == [
        (Code.REQUIRED, "first_name"),
        (Code.BAD_IDENTITY_CODE, "identity_code"),
        (Code.BAD_POSTCODE, "postcode"),
        (Code.BAD_EMAIL, "email"),
        (Code.BAD_IBAN, "iban"),
        (Code.UNKNOWN_VALUE, "language"),
        (Code.TOO_LARGE, "weekly_days"),
        (Code.NEGATIVE, "weekly_minutes"),
    ]


def test_a_day_has_one_form_of_work_and_one_tariff_class() -> None:
    year, autumn = DateRange(date(2026, 1, 1)), DateRange(date(2026, 9, 1))
    wrong = make.client(
        forms=(
            FormOfWorkSpan(days=autumn, form=FormOfWork.EMPLOYMENT),
            FormOfWorkSpan(days=year, form=FormOfWork.ALLOWANCE),
        ),
        tariff_classes=(
            TariffClassSpan(days=year, tariff_class="A"),
            TariffClassSpan(days=autumn, tariff_class="B"),
        ),
    )
    with pytest.raises(Refused) as refused:
        checked_client(wrong)
    assert [(p.code, p.field) for p in refused.value.problems] == [
        (Code.PERIODS_OVERLAP, "forms"),
        (Code.PERIODS_OVERLAP, "tariff_classes"),
    ]


def test_forms_that_follow_each_other_are_put_in_order() -> None:
    spring = FormOfWorkSpan(days=DateRange(date(2026, 1, 1), date(2026, 8, 31)), form=FormOfWork.ALLOWANCE)
    autumn = FormOfWorkSpan(days=DateRange(date(2026, 9, 1)), form=FormOfWork.EMPLOYMENT)
    client = checked_client(make.client(forms=(autumn, spring)))
    assert client.forms == (spring, autumn)
    assert client.form_on(date(2026, 8, 31)) is FormOfWork.ALLOWANCE


def test_a_permit_stands_once() -> None:
    with pytest.raises(Refused) as refused:
        checked_client(make.client(permits=(Permit(name="Hygieniapassi"), Permit(name="hygieniapassi "))))
    assert refused.value.code is Code.TWICE_IN_LIST


def test_a_photo_is_kept_only_with_consent_and_only_as_our_own_jpeg() -> None:
    consent = date(2026, 3, 1)
    assert checked_client(make.client(photo=JPEG, photo_consent=consent)).photo == JPEG
    assert checked_client(make.client(photo=JPEG)).photo == b""
    with pytest.raises(Refused) as refused:
        checked_client(make.client(photo=b"<svg/>", photo_consent=consent))
    assert refused.value.code is Code.BAD_PICTURE


def test_one_identity_code_is_one_person_and_a_similar_name_is_asked_about() -> None:
    liisa = make.client(identity_code="010594Y9032")
    twin = make.client(first_name="Veera", identity_code="010594Y9032")
    namesake = make.client()
    assert [p.code for p in clashes(twin, [liisa])] == [Code.ALREADY_EXISTS]
    assert [p.code for p in clashes(namesake, [liisa])] == [Code.SIMILAR_NAME]
    assert clashes(liisa, [liisa]) == ()


def test_never_with_holds_both_ways_and_ends_both_ways() -> None:
    one, other, third = make.client(), make.client(), make.client()
    apart = make.client(id=one.id, never_with=frozenset({other.id}))
    (changed,) = with_pairs_apart(apart, frozenset(), [one, other, third])
    assert (changed.id, changed.never_with) == (other.id, frozenset({one.id}))
    (freed,) = with_pairs_apart(one, frozenset({other.id}), [one, changed, third])
    assert freed.never_with == frozenset()
