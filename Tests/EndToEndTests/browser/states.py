"""Every page of the sample in every state that an address can ask for: a name, an address, and the status."""

from urllib.parse import urlencode


def performance(**query):
    return f"/performance?{urlencode(query)}"


SAMPLE = [
    ("dashboard", "/", 200),
    ("dashboard-empty", "/?dataset=live", 200),
    ("performance", "/performance", 200),
    ("performance-30d-tiktok", performance(window="30d", platform="tiktok"), 200),
    ("performance-90d-instagram", performance(window="90d", platform="instagram"), 200),
    ("performance-youtube", performance(platform="youtube"), 200),
    ("performance-tail", performance(platform="tiktok", axes="tail", x="pace"), 200),
    ("performance-log", performance(platform="tiktok", axes="log"), 200),
    ("performance-by-views", performance(platform="tiktok", sort="views", order="asc"), 200),
    ("performance-filtered", performance(platform="tiktok", min_views=1000, min_engagement_rate="0.05"), 200),
    ("performance-none-like-that", performance(platform="tiktok", min_views=10**15), 200),
    ("performance-cell", performance(platform="tiktok", cell="velocity-39-39"), 200),
    ("performance-empty", performance(dataset="live"), 200),
    ("performance-before-all", performance(as_of="2020-01-01T00:00:00Z"), 200),
    ("runs-empty", "/ingest/runs", 200),
    ("creator-studio", "/creator-studio", 200),
    ("media-library", "/media-library", 200),
    ("not-found", "/no/such/page", 404),
    ("impossible", performance(window="5d"), 422),
    ("run-not-found", "/ingest/runs/00000000-0000-7000-8000-000000000000", 404),
    ("nginx-not-found", "/metrics", 404),
]

# Drawings that stand alone.
DRAWINGS = []
