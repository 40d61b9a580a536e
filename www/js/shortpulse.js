// The only script of ShortPulse. Every page is complete without it: it adds comfort, and changes no content.
"use strict";

(() => {
  const root = document.documentElement;
  const marks = [...document.querySelectorAll("main svg a")]; // the points and cells of drawings
  const every = 1000 * Number(document.currentScript.dataset.renewal);
  let shown = null; // the mark with the tooltip

  if (marks.length > 0) explainMarks();
  if (every > 0) keepFresh();

  function explainMarks() {
    // What the style sheet does in place of the script gives way.
    root.classList.add("scripted");
    tellInTooltip();
    linkRowsAndMarks();
    walkByArrows();
  }

  function markAt(target) {
    return target instanceof Element ? target.closest("main svg a") : null;
  }

  // Of what is drawn, without the tip that stands in for the tooltip.
  function box(mark) {
    return (mark.querySelector("circle, rect") || mark).getBoundingClientRect();
  }

  // One element for all marks, under the pointer and at the keyboard's focus.
  function tellInTooltip() {
    const gap = 12; // pixels between a mark and its tooltip
    const margin = 8; // and between that and the window's edge
    const tooltip = document.createElement("div");
    let pointer = { x: -1, y: -1 };
    let title = null; // the mark's own, taken away meanwhile: the browser's tooltip would come on top

    tooltip.className = "tooltip";
    tooltip.hidden = true;
    tooltip.setAttribute("aria-hidden", "true"); // a screen reader has it as the mark's description
    document.body.append(tooltip);

    function show(mark) {
      if (shown === mark) return;
      hide();
      title = [...mark.children].find((child) => child.localName === "title");
      const words = (title || mark.querySelector(".tip"))?.textContent.trim();
      if (!words) return;
      shown = mark;
      tooltip.textContent = words;
      tooltip.hidden = false;
      place();
      mark.setAttribute("aria-description", words);
      title?.remove();
    }

    function hide() {
      if (!shown) return;
      if (title) shown.prepend(title);
      shown.removeAttribute("aria-description");
      tooltip.hidden = true;
      shown = null;
    }

    // Beside the mark where there is room, else below or above it, and always wholly in the window.
    function place() {
      const mark = box(shown);
      const size = tooltip.getBoundingClientRect();
      const right = root.clientWidth - margin - size.width;
      const bottom = root.clientHeight - margin - size.height;
      let x = mark.right + gap;
      let y = (mark.top + mark.bottom - size.height) / 2;
      if (x > right) x = mark.left - gap - size.width;
      if (x < margin) {
        x = (mark.left + mark.right - size.width) / 2;
        y = mark.bottom + gap > bottom ? mark.top - gap - size.height : mark.bottom + gap;
      }
      tooltip.style.left = Math.round(Math.max(margin, Math.min(x, right))) + "px";
      tooltip.style.top = Math.round(Math.max(margin, Math.min(y, bottom))) + "px";
    }

    // It stays while the pointer is on it, and yet lets the pointer through to the marks below.
    function covers(x, y) {
      const own = tooltip.getBoundingClientRect();
      const reach = gap + 1;
      return x >= own.left - reach && x <= own.right + reach && y >= own.top - reach && y <= own.bottom + reach;
    }

    function showFocused() {
      const mark = markAt(document.activeElement);
      if (mark && mark.matches(":focus-visible")) show(mark);
      else hide();
    }

    document.addEventListener("pointermove", (event) => {
      const mark = event.pointerType === "touch" ? null : markAt(event.target);
      pointer = { x: event.clientX, y: event.clientY };
      if (mark) show(mark);
      else if (shown && !covers(event.clientX, event.clientY)) showFocused();
    });
    root.addEventListener("pointerleave", showFocused);
    document.addEventListener("focusin", showFocused);
    document.addEventListener("focusout", hide);
    document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
    addEventListener("resize", hide);
    // The tooltip moves with the page where its mark still has the focus or the pointer.
    function follow() {
      if (!shown) return;
      if (shown === document.activeElement || shown === markAt(document.elementFromPoint(pointer.x, pointer.y))) place();
      else hide();
    }
    addEventListener("scroll", follow, { passive: true });
  }

  // A row and a mark of the same reel, known by the address to which both lead, show each other.
  function linkRowsAndMarks() {
    const rows = "main tr, main li, main article";
    const partners = new Map(); // address -> what shows that reel
    const addresses = new Map(); // the same the other way round
    let linked = [];

    for (const mark of marks) partners.set(mark.getAttribute("href"), [mark]);
    for (const row of document.querySelectorAll(rows)) {
      const found = [...row.querySelectorAll("a[href]")].map((link) => link.getAttribute("href"));
      const address = found.find((address) => partners.has(address));
      if (address) partners.get(address).push(row);
    }
    for (const [address, elements] of partners) for (const element of elements) addresses.set(element, address);

    function link(target) {
      let element = target instanceof Element ? target : null;
      while (element && !addresses.has(element)) element = element.parentElement;
      for (const element of linked) element.classList.remove("linked");
      linked = partners.get(addresses.get(element)) || [];
      for (const element of linked) element.classList.add("linked");
      root.classList.toggle("has-linked", linked.length > 1);
    }

    document.addEventListener("pointerover", (event) => event.pointerType !== "touch" && link(event.target));
    document.addEventListener("focusin", (event) => link(event.target));
    document.addEventListener("focusout", () => link(null));
  }

  // From a mark to the nearest one in the arrow's direction.
  function walkByArrows() {
    const directions = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] };

    document.addEventListener("keydown", (event) => {
      const direction = directions[event.key];
      const from = markAt(event.target);
      if (!direction || !from || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const next = nearest(from, direction);
      if (next) next.focus();
    });

    // What lies aside counts twice; what lies much more aside than ahead is in another direction.
    function nearest(from, [dx, dy]) {
      const [x, y] = middle(from);
      let best = null;
      let least = Infinity;
      for (const mark of marks) {
        const [markX, markY] = middle(mark);
        const ahead = (markX - x) * dx + (markY - y) * dy;
        const aside = Math.abs((markX - x) * dy + (markY - y) * dx);
        if (ahead < 0.5 || aside > 2 * ahead || ahead + 2 * aside >= least) continue;
        best = mark;
        least = ahead + 2 * aside;
      }
      return best;
    }

    function middle(mark) {
      const { left, right, top, bottom } = box(mark);
      return [(left + right) / 2, (top + bottom) / 2];
    }
  }

  // A page of the present asks now and then whether it is still the newest, and if not shows itself anew.
  function keepFresh() {
    const address = location.pathname + location.search;
    const wasOpen = new Set(document.querySelectorAll("details[open]"));
    const notice = document.createElement("p");
    let pageTag = null;
    let wait = every;
    let askedAt = Date.now();
    let timer = 0;

    notice.className = "renewal";
    notice.setAttribute("role", "status");
    document.body.append(notice);
    // The page's own tag, which a script is not told, from the copy that the browser has just put by.
    tag("force-cache").then((found) => (pageTag = found), () => {});
    plan();
    document.addEventListener("visibilitychange", plan);

    function plan() {
      clearTimeout(timer);
      if (!document.hidden) timer = setTimeout(look, Math.max(0, askedAt + wait - Date.now()));
    }

    async function look() {
      askedAt = Date.now();
      try {
        const newest = await tag("no-cache");
        wait = every;
        pageTag ||= newest;
        if (newest !== pageTag) renew();
      } catch {
        wait = Math.min(2 * wait, 16 * every);
      }
      plan();
    }

    // With "no-cache" the browser asks on a condition: a page that still holds is not sent again.
    async function tag(cache) {
      const answer = await fetch(address, { cache, headers: { Accept: "text/html" }, signal: AbortSignal.timeout(20000) });
      const found = answer.ok && answer.headers.get("ETag");
      if (!found) throw new Error("no page");
      return found;
    }

    function renew() {
      if (!isInUse()) return location.reload();
      if (notice.firstChild) return;
      const link = document.createElement("a");
      link.href = address;
      link.textContent = "show it";
      notice.append("New data: ", link);
    }

    // Something written, opened, selected or reached by keyboard would be lost.
    function isInUse() {
      const focused = document.activeElement;
      return (
        shown !== null ||
        (focused !== null && (focused.matches(":focus-visible") || focused.closest("form") !== null)) ||
        !getSelection().isCollapsed ||
        [...document.querySelectorAll("details[open]")].some((details) => !wasOpen.has(details)) ||
        [...document.querySelectorAll("input, select, textarea")].some(isChanged)
      );
    }

    function isChanged(field) {
      if (field.options) return [...field.options].some((option) => option.selected !== option.defaultSelected);
      return field.value !== field.defaultValue || field.checked !== field.defaultChecked;
    }
  }
})();
