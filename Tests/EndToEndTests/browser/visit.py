"""A visit to a page, and everything that can be found wrong with it."""

from urllib.parse import urlsplit

from axe_playwright_python.base import AXE_FILE_PATH

WIDTHS = [360, 768, 1440]
HEIGHTS = {360: 780, 768: 1024, 1440: 900}

AXE = AXE_FILE_PATH.read_text()

# How much wider than the window the page is, and by what; and whether a stranger's script has left its mark.
MEASURE = """() => {
    const root = document.documentElement;
    const overflow = root.scrollWidth - root.clientWidth;
    const all = overflow > 0 ? [...document.body.querySelectorAll('*')] : [];
    const wide = all.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 1);
    return { overflow, wide: wide.slice(0, 5).map((element) => element.outerHTML.slice(0, 160)), hit: window.hit ?? null };
}"""

# What moved after it was first drawn. Where scripts are off nothing can be waited for.
SHIFT = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
    const moved = [];
    const start = (node) => (node?.outerHTML ?? node?.textContent ?? '').slice(0, 80);
    const what = (entry) => entry.sources.map((source) => start(source.node)).join(', ');
    const told = (entries) => moved.push(
        ...entries.map((entry) => `${entry.value} at ${Math.round(entry.startTime)} ms, of ${what(entry)}`));
    new PerformanceObserver((list) => told(list.getEntries())).observe({ type: 'layout-shift', buffered: true });
    setTimeout(() => done(moved), 30);
})))"""


class Visitor:
    """Somebody with a window of one width, who keeps it open from page to page."""

    def __init__(self, browser, width, scripts=True, bypasses_policy=False):
        self.scripts = scripts
        self.context = browser.new_context(
            viewport={"width": width, "height": HEIGHTS[width]},
            java_script_enabled=scripts,
            bypass_csp=bypasses_policy,
            reduced_motion="reduce",
        )
        self.heard = []
        self.context.set_default_timeout(20_000)
        self.page = self.context.new_page()
        self.page.on("console", lambda message: self.hear(f"console {message.type}: {message.text}"))
        self.page.on("pageerror", lambda error: self.hear(f"uncaught: {error}"))
        self.page.on("dialog", self.refuse)
        self.page.on("request", self.watch)
        self.page.on("requestfailed", lambda request: self.hear(f"failed request: {request.url}: {request.failure}"))

    def close(self):
        self.context.close()

    def hear(self, complaint):
        self.heard.append(complaint)

    def refuse(self, dialog):
        self.hear(f"dialog: {dialog.message}")
        dialog.dismiss()

    def watch(self, request):
        if urlsplit(request.url).netloc != self.host:
            self.hear(f"request to another host: {request.url}")

    def visit(self, address, status=200, picture=None):
        """Opens the page and says what is wrong with it."""
        self.page.goto("about:blank")  # what the page before has still to say is said now
        self.heard = []
        self.host = urlsplit(address).netloc
        answer = self.page.goto(address, wait_until="load")
        seen = self.page.evaluate(MEASURE)
        complaints = [heard for heard in self.heard if not is_told_of_status(heard, status)]
        if answer.status != status:
            complaints.append(f"status {answer.status}, wanted {status}")
        if seen["overflow"] > 0:
            complaints.append(f"{seen['overflow']} px wider than the window: {seen['wide']}")
        if self.scripts:
            complaints += [f"layout shifts: {moved}" for moved in self.page.evaluate(SHIFT)]
        if seen["hit"] is not None:
            complaints.append(f"a script of a stranger has run: {seen['hit']}")
        if picture:
            self.page.screenshot(path=picture, full_page=True)
        return complaints

    def examine(self, address):
        """What axe finds wrong with the page, one line each. Wants a visitor who bypasses the content policy."""
        self.host = urlsplit(address).netloc
        self.page.goto(address, wait_until="load")
        self.page.evaluate(AXE)
        found = self.page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
        return [describe(violation) for violation in found["violations"]]


def is_told_of_status(heard, status):
    """Chromium tells of every page whose status is an error."""
    return status >= 400 and f"responded with a status of {status} " in heard


def describe(violation):
    nodes = violation["nodes"]
    first = "; ".join(f"{node['html'][:160]} ({first_reason(node)})" for node in nodes[:3])
    return f"axe {violation['id']}, {len(nodes)} times: {violation['help']}: {first}"


def first_reason(node):
    checks = node["any"] + node["all"] + node["none"]
    return checks[0]["message"] if checks else ""
