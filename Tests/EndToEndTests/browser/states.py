"""Every page of the sample in every state that an address can ask for: a name, an address, and the status."""

import os
import re
import urllib.request
from urllib.parse import urlencode


def performance(**query):
    return f"/performance?{urlencode(query)}"


def first_link(page, start):
    """The address of the first link on `page` that begins so."""
    with urllib.request.urlopen(os.environ["SITE"] + page, timeout=20) as answer:
        text = answer.read().decode()
    found = re.search(rf'href="({re.escape(start)}[^"?#]+)', text)
    assert found, f"no link to {start} on {page}"
    return found[1]


TIKTOK = first_link("/performance?platform=tiktok", "/performance/tiktok/")
YOUTUBE = first_link("/performance?platform=youtube", "/performance/youtube/")
# Within the data of the sample.
THEN = "2026-06-12T12:00:00Z"

SAMPLE = [
    ("dashboard", "/", 200),
    ("dashboard-empty", "/?dataset=live", 200),
    ("dashboard-then", f"/?{urlencode({'as_of': THEN})}", 200),
    ("performance", "/performance", 200),
    ("performance-30d-tiktok", performance(window="30d", platform="tiktok"), 200),
    ("performance-90d-instagram", performance(window="90d", platform="instagram"), 200),
    ("performance-youtube", performance(platform="youtube"), 200),
    ("performance-tail", performance(platform="tiktok", axes="tail", x="pace"), 200),
    ("performance-log", performance(platform="tiktok", axes="log"), 200),
    ("performance-by-views", performance(platform="tiktok", sort="views", order="asc"), 200),
    ("performance-last-page", performance(page=7), 200),
    ("performance-filtered", performance(platform="tiktok", min_views=1000, min_engagement_rate="0.05"), 200),
    ("performance-none-like-that", performance(platform="tiktok", min_views=10**15), 200),
    ("performance-cell", performance(platform="tiktok", cell="velocity-39-39"), 200),
    ("performance-then", performance(as_of=THEN), 200),
    ("performance-empty", performance(dataset="live"), 200),
    ("performance-before-all", performance(as_of="2020-01-01T00:00:00Z"), 200),
    ("reel-tiktok", TIKTOK, 200),
    ("reel-youtube-30d", YOUTUBE + "?window=30d", 200),
    ("reel-then", f"{TIKTOK}?{urlencode({'as_of': '2026-06-15T06:00:00Z'})}", 200),
    ("reel-not-found", "/performance/tiktok/0", 404),
    ("creator", first_link(TIKTOK, "/creators/tiktok/"), 200),
    ("creator-not-found", "/creators/tiktok/nobody.at.all", 404),
    ("api", "/api", 200),
    ("runs-empty", "/ingest/runs", 200),
    ("creator-studio", "/creator-studio", 200),
    ("media-library", "/media-library", 200),
    ("not-found", "/no/such/page", 404),
    ("impossible", performance(window="5d"), 422),
    ("run-not-found", "/ingest/runs/00000000-0000-7000-8000-000000000000", 404),
    ("nginx-not-found", "/metrics", 404),
]

# Those whose parts arrange themselves differently from width to width.
ARRANGED = {"dashboard", "performance", "performance-filtered", "reel-tiktok", "creator", "api"}

# Drawings that stand alone.
DRAWINGS = [
    (f"drawing-{axes}-{across}", f"/performance.svg?{urlencode({'axes': axes, 'x': across})}")
    for axes in ["pct", "tail", "log"]
    for across in ["velocity", "pace"]
]
