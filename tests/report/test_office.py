"""The finished file for validators of Word's format and for LibreOffice."""

import re
import shutil
import subprocess

import ooxml_integrity
import pytest
from openxml_audit import OpenXmlValidator

from app import report
from methodology.project import Language
from methodology.snapshot import Snapshot
from tests.report.word import text_of, written
from tests.samples import large_snapshot, random_snapshot

PROJECTS = {
    "empty": Snapshot(),
    "large": large_snapshot(80, 200),
    "sentinels": random_snapshot(5, sentinels=True),
    "awkward": random_snapshot(6, rows=12),
}
SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module", params=PROJECTS)
def plan(request, tmp_path_factory):
    path = tmp_path_factory.mktemp("plan") / f"{request.param}.docx"
    path.write_bytes(written(PROJECTS[request.param], Language.SPANISH))
    return path


def test_the_plan_follows_the_schemas_of_word(plan):
    result = OpenXmlValidator().validate(str(plan))

    assert [str(error) for error in result.errors] == []


def test_the_plan_holds_together(plan):
    findings = ooxml_integrity.check(str(plan))

    assert [str(finding) for finding in findings] == []


def test_the_template_follows_the_schemas_of_word():
    path = str(report.default_template())

    assert [str(error) for error in OpenXmlValidator().validate(path).errors] == []
    assert ooxml_integrity.check(path) == []


@pytest.mark.office
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_lays_out_every_page(tmp_path):
    data = written(PROJECTS["large"])
    path = tmp_path / "plan.docx"
    path.write_bytes(data)

    subprocess.run(
        [
            SOFFICE,
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            *("--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )

    pages = len(re.findall(rb"/Type\s*/Page\b(?!s)", path.with_suffix(".pdf").read_bytes()))
    assert 30 <= pages <= 120
    assert "Mapa" in text_of(data)
