/* What axe does not ask of a page, in one pass: a list of sentences, empty where all is well. Given: whether the reader
   uses the keyboard, so that rings of focus can be asked for too. */
(withKeyboard) => {
  const found = [];
  const all = (query, from = document) => [...from.querySelectorAll(query)];
  const seen = (e) => e.checkVisibility({ visibilityProperty: true }) && e.getClientRects().length > 0;
  const text = (e) => e.textContent.trim().replace(/\s+/g, " ");
  const labelled = (e) => (e.getAttribute("aria-labelledby") || "").split(" ").filter(Boolean)
    .map((id) => document.getElementById(id)?.textContent || "").join(" ");
  const name = (e) => (e.getAttribute("aria-label") || labelled(e)).trim();
  const where = (e) => {
    const kind = e.tagName.toLowerCase() + (e.getAttribute("class") ? "." + e.getAttribute("class").trim().replace(/\s+/g, ".") : "");
    return e.id ? `#${e.id}` : `#${e.closest("[id]")?.id || "document"} ${kind}`;
  };
  const say = (what, e, more = "") => found.push(`${what}: ${where(e)} ${String(more).slice(0, 80)}`.trim());
  const twice = (list) => [...new Set(list.filter((each, place) => list.indexOf(each) !== place))];

  // The document
  if (document.documentElement.lang !== "en-GB") found.push("the language is not said");
  for (const query of ["main", "body > header", "body > footer", "main h1"])
    if (all(query).filter(seen).length !== 1) found.push(`not one ${query}`);
  let level = 0;
  for (const heading of all("h1,h2,h3,h4,h5,h6").filter(seen)) {
    if (Number(heading.tagName[1]) > level + 1) say("a level of headings is skipped", heading, text(heading));
    if (!text(heading)) say("an empty heading", heading);
    level = Number(heading.tagName[1]);
  }
  twice(all("[id]").map((e) => e.id)).forEach((id) => found.push(`two elements are called ${id}`));
  for (const attribute of ["aria-labelledby", "aria-describedby", "aria-controls", "for"])
    for (const e of all(`[${attribute}]`))
      for (const id of e.getAttribute(attribute).split(" ").filter(Boolean))
        if (!document.getElementById(id)) say(`${attribute} names nothing`, e, id);
  const landmarks = all("nav,section,aside,form,[role=region]").filter((e) => seen(e) && (name(e) || e.tagName === "NAV"));
  twice(landmarks.map((e) => `${e.getAttribute("role") || e.tagName} ‘${name(e)}’`)).forEach((each) => found.push(`two landmarks are ${each}`));

  // Figures: each is named, or hidden where a row beside it has its numbers; no drawing is read twice
  for (const e of all("[role=img],[role=application],svg[role=group]").filter(seen)) if (!name(e)) say("a figure without a name", e);
  for (const e of all("svg").filter(seen))
    if (!e.closest("[aria-hidden=true],[role=img]") && !name(e)) say("a drawing neither named nor hidden", e, text(e));
  for (const e of all("[aria-hidden=true]"))
    for (const stop of [e, ...all("a[href],button,input,select,summary,[tabindex]", e)])
      if (stop.tabIndex >= 0 && stop.matches("a[href],button,input,select,summary,[tabindex]") && seen(stop)) say("a stop that is hidden", stop);
  const stops = all("a[href],button,input,select,summary,[tabindex='0']", document.querySelector("main")).filter((e) => e.tabIndex >= 0 && seen(e));
  const figures = all("main [role=application], main svg[role=img]").filter((e) => seen(e) && e.getBoundingClientRect().width > 300 &&
    !e.closest("table,.local,.prio,.strips") && !e.parentElement.closest("[role=application]") && !/^Map key/.test(name(e)));
  for (const figure of figures) {
    const after = stops.find((e) => figure.compareDocumentPosition(e) & 4 && !figure.contains(e) && e.getAttribute("role") !== "application");
    const table = all("main table").find((e) => seen(e) && figure.compareDocumentPosition(e) & 4);
    const is_next = table && (!after || table.compareDocumentPosition(after) & 28);
    if (!is_next && !after?.matches("summary,.skip-on,.small-panels a")) say("no way from a figure to its table", figure, after && text(after));
  }

  // Tables
  for (const table of all("table").filter(seen)) {
    if (!table.caption || !text(table.caption)) say("a table without a caption", table);
    if (!all("tbody th", table).length) say("a table whose rows have no heads", table);
    for (const head of all("th", table)) {
      if (!head.scope) say("a head of nothing", head, text(head));
      if (!text(head)) say("an empty head", head);
      if (head.closest("tbody") && /^col/.test(head.scope)) say("a head of columns among rows", head, text(head));
    }
  }
  for (const e of all("body *").filter((e) => /auto|scroll/.test(getComputedStyle(e).overflow) && seen(e))) {
    if (e.scrollWidth <= e.clientWidth + 1 && e.scrollHeight <= e.clientHeight + 1) continue;
    if (e.tabIndex < 0 && !all("a[href],button,summary,[tabindex='0']", e).length) say("a box that scrolls is no stop", e);
    if (e.tabIndex >= 0 && (!name(e) || !e.getAttribute("role"))) say("a box that scrolls has no name", e);
  }

  // Links: two of one name in one sentence, row or list lead to one place; so do those that stand alone
  const told = new Map();
  for (const link of all("a[href]").filter((e) => seen(e) && !e.closest("[aria-hidden=true]"))) {
    const said = name(link) || text(link);
    if (!said) say("a link without a name", link);
    const around = link.closest("tr,li,p,dd,h2,h3,h4,svg") || link.closest("nav,header,main,footer");
    const before = told.get(around) || new Map();
    if (before.has(said) && before.get(said) !== link.getAttribute("href")) say("two links of one name", link, said);
    told.set(around, before.set(said, link.getAttribute("href")));
  }
  for (const part of all("section")) twice(all("summary", part).filter(seen).map(text)).forEach((each) => say("two folds of one name", part, each));
  for (const e of all("[tabindex='0']").filter(seen)) if (!name(e)) say("a stop without a name", e);
  for (const e of all("[tabindex]")) if (e.tabIndex > 0) say("an order of its own", e);

  // Width and text that is cut; the reader's own spacing may be on
  const width = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > width) found.push(`the page is ${document.documentElement.scrollWidth} wide on ${width}`);
  for (const e of all("main *").filter((e) => /hidden|clip/.test(getComputedStyle(e).overflow) && !e.closest("svg") && seen(e))) {
    if (getComputedStyle(e).clipPath !== "none" || e.clientWidth < 2 || e.tagName === "SELECT") continue;
    if ((e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1) && text(e)) say("text is cut", e, text(e));
  }

  // Focus is seen on every kind of stop
  const kinds = new Set();
  for (const stop of withKeyboard ? all("a[href],button,input,select,summary,[tabindex='0']").filter((e) => e.tabIndex >= 0 && seen(e)) : []) {
    const kind = `${stop.tagName} ${stop.getAttribute("class")} ${stop.parentElement.getAttribute("class")} ${stop.type}`;
    if (kinds.has(kind)) continue;
    kinds.add(kind);
    stop.focus({ preventScroll: true });
    const ringed = [stop, stop.closest("label")].some((e) => e && getComputedStyle(e).outlineStyle !== "none" && parseFloat(getComputedStyle(e).outlineWidth) >= 2);
    if (document.activeElement === stop && !ringed) say("focus is not seen", stop, text(stop));
  }
  document.activeElement?.blur?.();
  return found;
}
