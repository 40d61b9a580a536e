"""All of /performance is reached and operated by keyboard alone."""

from urllib.parse import urlsplit

import pytest

# What the tab key is to reach, in the order of the document.
EXPECTED = """() => [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary, [tabindex="0"]')]
    .filter((element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }))
    .map((element) => (element.dataset.number = ++window.numbers, element.dataset.number))"""

# Which element has the focus, whether it can be seen that it has, and whether it is in view.
FOCUSED = """() => {
    const element = document.activeElement;
    const isSeen = (one) => {
        const style = getComputedStyle(one);
        return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    };
    const circle = element.closest('svg') && element.querySelector('circle, rect');
    const ring = circle && getComputedStyle(circle);
    const after = getComputedStyle(element, '::after');
    const box = (circle || element).getBoundingClientRect();
    const header = document.querySelector('.site-header');
    const inHeader = header.contains(element) || element.matches('.skip-link');
    const top = inHeader || getComputedStyle(header).position !== 'sticky' ? 0 : header.getBoundingClientRect().bottom;
    return {
        number: element.dataset.number ?? null,
        text: element.outerHTML.slice(0, 140),
        isVisible: isSeen(element) || after.outlineStyle !== 'none' || (ring !== null && parseFloat(ring.strokeWidth) >= 2),
        isInView: box.bottom > top && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    };
}"""


@pytest.fixture
def page(browser, site):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(20_000)
    page = context.new_page()
    page.goto(site + "/performance?platform=tiktok")
    yield page
    context.close()


def test_the_tab_key_reaches_everything_in_its_order_and_shows_where_it_is(page):
    page.evaluate("window.numbers = 0")
    expected = page.evaluate(EXPECTED)
    complaints = []
    reached = []
    for _ in range(2 * len(expected)):
        if reached == expected:
            break
        page.keyboard.press("Tab")
        focused = page.evaluate(FOCUSED)
        # A date has several fields within.
        if reached[-1:] == [focused["number"]]:
            continue
        reached.append(focused["number"])
        if not focused["isVisible"]:
            complaints.append(f"no focus to be seen: {focused['text']}")
        if not focused["isInView"]:
            complaints.append(f"out of view: {focused['text']}")
    assert not complaints, f"{len(complaints)} times: " + "\n".join(complaints[:10])
    assert reached == expected


def test_a_link_skips_to_the_content(page):
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip-link"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_a_heading_sorts(page):
    heading = page.locator(".ranking thead a", has_text="Views").first
    heading.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**sort=views**")
    assert page.locator(".ranking th[aria-sort=descending]").inner_text().startswith("Views")
    page.locator(".ranking th[aria-sort] a").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**order=asc**")
    assert page.locator(".ranking th[aria-sort=ascending]").count() == 1


def test_thresholds_are_set(page):
    summary = page.locator(".thresholds summary")
    summary.focus()
    page.keyboard.press("Enter")
    assert page.locator(".thresholds[open]").count() == 1
    page.keyboard.press("Tab")
    page.keyboard.type("5000")
    page.keyboard.press("Enter")
    page.wait_for_url("**min_views=5000**")
    assert urlsplit(page.url).query == "platform=tiktok&min_views=5000"


def test_every_explanation_opens(page):
    for summary in page.locator("main details > summary").all():
        details = summary.locator("..")
        was_open = details.get_attribute("open") is not None
        summary.focus()
        page.keyboard.press("Enter")
        assert (details.get_attribute("open") is not None) != was_open
