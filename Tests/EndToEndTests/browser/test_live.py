"""What strangers send, and what comes in while a page is open. These change the live stack, each after the one before."""

import time
import urllib.request
from datetime import timedelta

import pytest
from reels import dataset, instagram, now, stamp, tiktok, youtube

# Each tells of itself by window.hit, by a dialog, by a request to another host, or by breaking the layout.
TEXTS = [
    "<script>window.hit=1</script>",
    "</title></style></textarea><script>window.hit=2</script>",
    "\"><img src=x onerror=window.hit=3>",
    "' onfocus='window.hit=4' autofocus='",
    "<svg onload=window.hit=5><animate onbegin=window.hit=5 attributeName=x dur=1s>",
    "<style>body{display:none}</style><link rel=stylesheet href=https://elsewhere.example/a.css>",
    "x\" style=\"position:fixed;inset:0;background:url(https://elsewhere.example/p.png)",
    "\u202egnirts desrever \u2066\u2067\u2068 never closed",
    "العربية مع <b>markup</b> و \u200f123",
    "nul\u0000and\u001bescape\u0007bell\u2028line\u2029paragraph",
    "wide" * 2_500,
    "\u0301" * 4_000,
    "{{7*7}}${7*7}<%= 7*7 %>",
    "]]>--><!--<![CDATA[<script>window.hit=6</script>",
    "<iframe srcdoc='<script>parent.hit=7</script>'></iframe>",
    "javascript:window.hit=8",
    "&lt;script&gt;window.hit=9&lt;/script&gt;&#x3c;script&#x3e;",
    "🏮" * 500,
    "\ufeff\u200b\u200d\ufffe\uffff",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=10>",
]

ADDRESSES = [
    "javascript:window.hit=11",
    "JaVaScRiPt:window.hit=12//https://www.tiktok.com/",
    "data:text/html,<script>alert(1)</script>",
    "//elsewhere.example/reel/1",
    "http://www.tiktok.com/@maker/video/1",
    "https://www.tiktok.com.elsewhere.example/@maker/video/1",
    "https://www.tiktok.com@elsewhere.example/video/1",
    "https://elsewhere.example/https://www.tiktok.com/",
    "https://www.tiktok.com/\" onmouseover=\"window.hit=13",
    "https://www.tıktok.com/@maker/video/1",
    None,
]

PAGES = ["/", "/performance", "/performance?window=30d&platform=instagram", "/performance?platform=youtube", "/ingest/runs"]


def hostile(observed):
    makers = [tiktok, instagram, youtube]
    return [
        make(
            number, observed, age_hours=number % 30 + 1, views=(number % 23 + 1) ** 3 * 50,
            text=TEXTS[number % len(TEXTS)], creator=TEXTS[number * 7 % len(TEXTS)][:3_000],
            url=ADDRESSES[number % len(ADDRESSES)] if make is not youtube else None, sound=TEXTS[number * 3 % len(TEXTS)],
        )
        for number in range(1, 76)
        for make in [makers[number % 3]]
    ]


def links(page):
    return page.evaluate("[...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'))")


@pytest.fixture(scope="module")
def few(ingest):
    """A handful of reels, seen days ago: the first data of all."""
    observed = now() - timedelta(days=3)
    reels = [tiktok(number, observed, 3 + number, 1_000 * number, creator=f"maker.{number % 2}") for number in range(1, 9)]
    return ingest("import", "-", "--observed-at", stamp(observed), stdin=dataset(reels))


def test_few_and_stale_data_are_shown_as_such(few, live, width, visitors, examiners, pictures):
    visitor = visitors(width)
    for _ in range(40):  # until the responders have noticed the import
        visitor.visit(live + "/performance")
        warnings = " ".join(visitor.page.locator(".banner").all_inner_texts()).lower()
        if "the data is old" in warnings:
            break
        visitor.page.wait_for_timeout(250)
    assert "the data is old" in warnings and "few reels" in warnings
    paths = ["/", "/performance", "/performance?platform=instagram", "/ingest/runs"]
    for page, start in [("/performance", "/performance/"), (None, "/creators/"), ("/ingest/runs", "/ingest/runs/")]:
        visitor.visit(live + (page or paths[-1]))
        paths.append(next(link for link in links(visitor.page) if link.startswith(start)))
    complaints = []
    for number, path in enumerate(paths):
        found = visitor.visit(live + path, 200, pictures / f"few-{number}-{width}.png")
        found += visitors(width, scripts=False).visit(live + path)
        found += examiners(width).examine(live + path)
        complaints += [f"{path}: {one}" for one in found]
    assert not complaints, "\n".join(complaints)


@pytest.fixture(scope="module")
def corpus(ingest, few):
    observed = now() - timedelta(minutes=10)
    return ingest("import", "-", "--observed-at", stamp(observed), stdin=dataset(hostile(observed)))


def test_nothing_of_a_stranger_runs_or_breaks_the_page(corpus, live, width, visitors, pictures):
    visitor = visitors(width)
    complaints = []
    addresses = set()
    for number, path in enumerate(PAGES):
        complaints += [f"{path}: {found}" for found in visitor.visit(live + path, 200, pictures / f"hostile-{number}-{width}.png")]
        for link in links(visitor.page):
            if link.startswith(("/performance/", "/creators/", "/ingest/runs/")):
                addresses.add(link)
            elif not link.startswith(("/", "#", "https://www.tiktok.com/", "https://www.instagram.com/", "https://www.youtube.com/")):
                complaints.append(f"{path}: a link to {link[:80]}")
            if link.startswith(("//", "https://www.tiktok.com.", "https://www.tiktok.com@")):
                complaints.append(f"{path}: a link to {link[:80]}")
    # Each kind of page of a stranger's own, a few of many.
    for kind in ["/performance/", "/creators/", "/ingest/runs/"]:
        for path in sorted(address for address in addresses if address.startswith(kind))[:8]:
            complaints += [f"{path[:80]}: {found}" for found in visitor.visit(live + path, 200)]
    assert not complaints, "\n".join(complaints)


@pytest.fixture
def reader(browser, live, corpus):
    """Somebody with the page open, whose clock the test moves."""
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.clock.install()
    page.goto(live + "/performance")
    page.evaluate("document.body.dataset.opened = 'once'")
    yield page
    context.close()


def bring_news(ingest, live):
    """A reel that was never there before; returns its id when both responders have it, and nginx keeps the old no longer."""
    observed = now()
    reel = tiktok(time.time_ns(), observed, 3, 900_000)
    before = tag(live + "/performance")
    ingest("import", "-", "--observed-at", stamp(observed), stdin=dataset([reel]))
    deadline = time.monotonic() + 10
    seen = limit = 0
    while seen < 4 or tag(live + "/performance") == before:
        assert time.monotonic() < deadline, "the site does not show what was imported"
        limit += 1  # an address that nginx has not kept
        with urllib.request.urlopen(live + f"/reels/performance?limit={40_000 + limit}", timeout=10) as answer:
            seen = seen + 1 if reel["id"].encode() in answer.read() else 0
    return reel["id"]


def tag(address):
    """Of the answer that a browser gets."""
    request = urllib.request.Request(address, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.headers["ETag"]


def is_as_opened(page):
    return page.evaluate("document.body.dataset.opened === 'once'")


def pass_a_minute(page):
    """Until the question for news has been answered."""
    with page.expect_response(lambda answer: answer.request.resource_type == "fetch"):
        page.clock.run_for(61_000)


def test_the_page_asks_on_a_condition_and_stays_where_nothing_is_new(reader):
    with reader.expect_request(lambda request: request.resource_type == "fetch") as asked:
        reader.clock.run_for(61_000)
    assert asked.value.all_headers().get("if-none-match")
    assert is_as_opened(reader)
    assert reader.locator(".renewal a").count() == 0


def test_new_data_is_shown_by_itself(reader, ingest, live):
    reel = bring_news(ingest, live)
    with reader.expect_navigation():
        reader.clock.run_for(61_000)
    assert not is_as_opened(reader)
    assert reel in reader.content()


def test_what_is_being_edited_is_not_lost(reader, ingest, live):
    reader.locator(".thresholds summary").click()
    reader.locator(".thresholds input[type=text]").first.fill("12")
    bring_news(ingest, live)
    pass_a_minute(reader)
    notice = reader.locator(".renewal a")
    notice.wait_for()
    assert is_as_opened(reader)
    assert reader.locator(".thresholds input[type=text]").first.input_value() == "12"
    notice.click()
    reader.wait_for_load_state()
    assert not is_as_opened(reader)


def test_a_look_back_does_not_ask(browser, live, corpus):
    context = browser.new_context()
    page = context.new_page()
    page.clock.install()
    asked = []
    page.on("request", lambda request: asked.append(request) if request.resource_type == "fetch" else None)
    page.goto(live + f"/performance?as_of={stamp(now() - timedelta(minutes=1))}")
    page.clock.run_for(600_000)
    assert not asked
    context.close()
