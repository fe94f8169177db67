"""Rule sets of Peppol and EN 16931, compiled once per process; skipped where this machine has none."""

from dataclasses import dataclass
from functools import lru_cache

from lxml import etree
from saxonche import PySaxonProcessor, PyXsltExecutable

from tests.schemas import path_of, schema

RULES = ("EN16931-UBL-validation.xslt", "PEPPOL-EN16931-UBL.xslt")
REPORT = "{http://purl.oclc.org/dsdl/svrl}"


@dataclass(frozen=True)
class Findings:
    """How many rules looked at a file, by rule set, and which found something."""

    fired: tuple[int, ...]
    failed: tuple[str, ...]


@lru_cache
def _saxon() -> PySaxonProcessor:
    return PySaxonProcessor(license=False)


@lru_cache
def _compiled(name: str) -> PyXsltExecutable:
    path = str(path_of(f"peppol-ubl/{name}"))
    return _saxon().new_xslt30_processor().compile_stylesheet(stylesheet_file=path)


def findings(data: bytes) -> Findings:
    """Run both rule sets over a UBL file."""
    fired, failed = [], []
    for name in RULES:
        compiled = _compiled(name)
        document = _saxon().parse_xml(xml_text=data.decode("utf-8"))
        report = etree.fromstring(compiled.transform_to_string(xdm_node=document).encode())
        fired.append(len(report.findall(f".//{REPORT}fired-rule")))
        failed += [str(one.get("id")) for one in report.findall(f".//{REPORT}failed-assert")]
    return Findings(tuple(fired), tuple(failed))


def ubl_schema(data: bytes) -> tuple[etree.XMLSchema, etree._Element]:
    """The schema for a UBL file, and its root."""
    root = etree.fromstring(data)
    kind = etree.QName(root).localname
    return schema(f"peppol-ubl/xsd/maindoc/UBL-{kind}-2.1.xsd"), root
