"""Every page and state of the sample, at three widths, with scripts and without."""

import pytest
from states import ARRANGED, SAMPLE
from visit import WIDTHS

states = pytest.mark.parametrize(("name", "path", "status"), SAMPLE, ids=[name for name, _, _ in SAMPLE])


@states
def test_with_scripts(name, path, status, width, site, visitors, pictures):
    complaints = visitors(width).visit(site + path, status, pictures / f"{name}-{width}.png")
    assert not complaints, "\n".join(complaints)


@states
def test_without_scripts(name, path, status, width, site, visitors):
    complaints = visitors(width, scripts=False).visit(site + path, status)
    assert not complaints, "\n".join(complaints)


EXAMINED = [
    pytest.param(path, at, id=f"{at}-{name}")
    for name, path, _ in SAMPLE
    for at in WIDTHS
    if at == WIDTHS[-1] or name in ARRANGED
]


@pytest.mark.parametrize(("path", "at"), EXAMINED)
def test_is_accessible(path, at, site, examiners):
    complaints = examiners(at).examine(site + path)
    assert not complaints, "\n".join(complaints)
