"""Operators of e-invoices: each code is one, and a known name is read as its code."""

from subcontract.codes import e_invoice_operator
from ui.operators import operator_code, operator_name, operators


def test_every_code_is_of_the_right_form() -> None:
    assert operators()
    assert [code for code in operators() if e_invoice_operator(code) != code] == []
    assert len(set(operators().values())) == len(operators())


def test_names_become_codes_and_codes_have_names() -> None:
    assert operator_code(" maventa ") == "003721291126"
    assert operator_code("003799999999") == "003799999999"
    assert operator_name("0037 2129 1126") == "Maventa"
    assert operator_name("003799999999") == ""
