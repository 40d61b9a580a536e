"""What the script adds, and that nothing is missing without it."""

import pytest

POINT = ".scatter-plot .points a"


@pytest.fixture
def page(browser, site):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    page = context.new_page()
    page.goto(site + "/performance?platform=tiktok")
    yield page
    context.close()


def top_point(page):
    """The last one lies above the others."""
    return page.locator(POINT).last


def words_of(point):
    """What is told of it without scripts."""
    return point.evaluate("(point) => point.querySelector('.tip').textContent.trim()")


def test_the_focus_shows_one_tooltip(page):
    point = top_point(page)
    words = words_of(point)
    point.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    tooltip = page.locator(".tooltip")
    assert tooltip.is_visible()
    assert tooltip.text_content() == words
    assert page.locator(".tip:visible").count() == 0
    box = tooltip.bounding_box()
    assert box["x"] >= 0 and box["y"] >= 0 and box["x"] + box["width"] <= 1440 and box["y"] + box["height"] <= 900
    page.keyboard.press("Escape")
    assert not tooltip.is_visible()


def test_the_pointer_shows_the_same_tooltip(page):
    point = top_point(page)
    words = words_of(point)
    point.locator("circle").last.hover(force=True)
    tooltip = page.locator(".tooltip")
    assert tooltip.is_visible()
    assert tooltip.text_content() == words
    assert page.locator(".tip:visible").count() == 0
    page.mouse.move(700, 5)
    assert not tooltip.is_visible()
    assert page.locator(".tip:visible").count() == 0


def test_a_scroll_that_leaves_the_pointer_on_the_point_leaves_the_tooltip(page):
    top_point(page).locator("circle").last.hover(force=True)
    page.evaluate("dispatchEvent(new Event('scroll'))")
    assert page.locator(".tooltip").is_visible()
    page.mouse.wheel(0, 300)
    page.wait_for_function("document.querySelector('.tooltip').hidden")


def test_a_title_gives_way_to_the_tooltip_and_comes_back(page):
    """Cells have one, as of a cohort larger than the sample's; the browser's own tooltip would come on top."""
    point = top_point(page)
    point.evaluate("""(point) => {
        const title = document.createElementNS('http://www.w3.org/2000/svg', 'title');
        title.textContent = '12 reels';
        point.prepend(title);
    }""")
    point.locator("circle").last.hover(force=True)
    assert page.locator(".tooltip").text_content() == "12 reels"
    assert point.locator("> title").count() == 0
    page.mouse.move(700, 5)
    assert not page.locator(".tooltip").is_visible()
    assert point.locator("> title").text_content() == "12 reels"


def test_without_scripts_the_focus_shows_the_tip(browser, site):
    context = browser.new_context(viewport={"width": 1440, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.goto(site + "/performance?platform=tiktok")
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.locator(".point:focus").count():
            break
    assert page.locator(".tip:visible").count() == 1
    assert page.locator(".tooltip").count() == 0
    context.close()


def test_a_row_and_a_point_of_the_same_reel_show_each_other(page):
    point = top_point(page)
    address = point.get_attribute("href")
    row = page.locator("main tr", has=page.locator(f'a[href="{address}"]')).first
    row.hover()
    assert "linked" in point.get_attribute("class")
    point.locator("circle").last.hover(force=True)
    assert "linked" in (row.get_attribute("class") or "")
    page.mouse.move(700, 5)
    assert page.locator(".linked").count() == 0


@pytest.mark.parametrize(("key", "axis", "sign"), [("ArrowLeft", "x", -1), ("ArrowDown", "y", 1)])
def test_an_arrow_leads_to_the_nearest_point(page, key, axis, sign):
    middle = """() => {
        const box = document.activeElement.querySelector('circle').getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 + scrollY };
    }"""
    point = top_point(page)
    point.focus()
    before = page.evaluate(middle)
    page.keyboard.press(key)
    after = page.evaluate(middle)
    assert sign * (after[axis] - before[axis]) > 0
    assert page.locator(f"{POINT}:focus").count() == 1
