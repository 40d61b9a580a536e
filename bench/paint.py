"""When a page is painted first and when it is painted whole, in milliseconds from the start of the navigation: medians over
fresh browser contexts, the addresses taken in turn.

Usage: paint.py TURNS ADDRESS...
"""

import shutil
import statistics
import sys

from playwright.sync_api import sync_playwright

# The first frame, and the end of the one that follows the load.
PAINTS = """() => new Promise((done) => {
    const whole = () => requestAnimationFrame(() => setTimeout(() => {
        const first = performance.getEntriesByName('first-paint')[0];
        done([first ? first.startTime : null, performance.now()]);
    }));
    if (document.readyState === 'complete') whole(); else addEventListener('load', whole);
})"""


def main(turns, addresses):
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        seen = {address: [] for address in addresses}
        for _ in range(turns + 1):
            for address, paints in seen.items():
                context = browser.new_context(viewport={"width": 1440, "height": 900})
                page = context.new_page()
                page.goto(address, wait_until="commit")
                paints.append(page.evaluate(PAINTS))
                context.close()
        browser.close()
    for address, paints in seen.items():
        first, whole = zip(*paints[1:], strict=True)  # the first turn warms up
        print(f"{address:<90} {middle(first):>8} {middle(whole):>8}")


def middle(times):
    known = [time for time in times if time is not None]
    return f"{statistics.median(known):.0f}" if known else "-"


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
