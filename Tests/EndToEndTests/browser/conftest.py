"""What the tests of the site in a browser share: one Chromium, and a page of it for each way of looking.

BrowserTests.swift starts the stacks and says where they are: SITE shows the sample and changes for nobody, LIVE shows what
the tests import into it, and INGEST is the command that does so. Pictures go to PICTURES.
"""

import os
import pathlib
import shutil
import subprocess

import pytest
from playwright.sync_api import sync_playwright
from visit import WIDTHS, Visitor

CHECKOUT = pathlib.Path(__file__).resolve().parents[3]


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        # Without its sandbox, which root cannot have: it opens our own pages only.
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def pictures():
    folder = pathlib.Path(os.environ.get("PICTURES", CHECKOUT / "artifacts" / "browser"))
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def site():
    return os.environ["SITE"]


@pytest.fixture(scope="session")
def live():
    return os.environ["LIVE"]


@pytest.fixture(scope="session")
def visitors(browser):
    """A visitor for each width, with scripts and without; made when first asked for."""
    made = {}

    def visitor(width, scripts=True):
        if (width, scripts) not in made:
            made[width, scripts] = Visitor(browser, width, scripts)
        return made[width, scripts]

    yield visitor
    for visitor_made in made.values():
        visitor_made.close()


@pytest.fixture(scope="session")
def examiners(browser):
    """One for each width that lets in what the content policy forbids: axe."""
    made = {}

    def examiner(width):
        if width not in made:
            made[width] = Visitor(browser, width, bypasses_policy=True)
        return made[width]

    yield examiner
    for examiner_made in made.values():
        examiner_made.close()


@pytest.fixture(params=WIDTHS)
def width(request):
    return request.param


@pytest.fixture(scope="session")
def ingest():
    """Runs shortpulse-ingest for the live stack, and fails where it does."""

    def run(*arguments, stdin=None):
        done = subprocess.run(
            ["/bin/sh", "-c", os.environ["INGEST"], "sh", *arguments],
            input=stdin, capture_output=True, text=True, timeout=120, check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run
