"""Every page and state of the sample, at three widths, with scripts and without."""

import pytest

from states import SAMPLE
from visit import Visitor

states = pytest.mark.parametrize(("name", "path", "status"), SAMPLE, ids=[name for name, _, _ in SAMPLE])


@states
def test_with_scripts(name, path, status, width, site, visitors, pictures):
    complaints = visitors(width).visit(site + path, status, pictures / f"{name}-{width}.png")
    assert not complaints, "\n".join(complaints)


@states
def test_without_scripts(name, path, status, width, site, visitors):
    complaints = visitors(width, scripts=False).visit(site + path, status)
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="module")
def examiners(browser):
    made = {}

    def examiner(width):
        if width not in made:
            made[width] = Visitor(browser, width, bypasses_policy=True)
        return made[width]

    yield examiner
    for examiner_made in made.values():
        examiner_made.close()


@states
def test_is_accessible(name, path, status, width, site, examiners):
    complaints = examiners(width).examine(site + path)
    assert not complaints, "\n".join(complaints)
