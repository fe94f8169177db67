import pytest

from subcontract import ids
from subcontract.ids import StaffId
from subcontract.people.staff import Role
from subcontract.people.staff_check import checked_staff, checked_unit, must_leave_a_manager
from subcontract.problems import Code, Refused
from tests import make


def test_staff_need_a_name_and_a_role() -> None:
    with pytest.raises(Refused) as refused:
        checked_staff(make.staff(name="", roles=frozenset()))
    assert [p.field for p in refused.value.problems] == ["name", "roles"]


def test_the_last_manager_stays() -> None:
    other = make.staff(id=StaffId(ids.new()), roles=frozenset({Role.CLERK}))
    with pytest.raises(Refused) as refused:
        must_leave_a_manager(make.staff(active=False), (make.staff(), other))
    assert refused.value.code is Code.LAST_MANAGER
    must_leave_a_manager(other, (make.staff(), other))


def test_the_first_member_of_staff_need_not_be_a_manager() -> None:
    must_leave_a_manager(make.staff(roles=frozenset({Role.CLERK})), ())


def test_the_unit_is_checked_as_a_whole() -> None:
    with pytest.raises(Refused) as refused:
        checked_unit(
            make.unit(name="", business_id="1234567-8", iban="FI1", quote_valid_days=0, logo=b"GIF89a")
        )
    assert [p.field for p in refused.value.problems] == [
        "name",
        "business_id",
        "iban",
        "quote_valid_days",
        "logo",
    ]
