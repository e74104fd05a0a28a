/* Small things that any page uses: the hover and focus box, the menu on phones, copying a link, and the change
   from the server's first sight of the page to the app's. Each is found by an attribute, not by its place. */
(function () {
  "use strict";
  var box = null, owner = null, leaving = null;

  /* What an element says of itself, or what the map says of the same borough. */
  function words(element) {
    var code = element.getAttribute("data-code");
    var told = element.hasAttribute("data-tip-of")
      ? document.querySelector('.map-box [data-code="' + code + '"][data-tip]') : element;
    return told && told.getAttribute("data-tip");
  }

  function show(element) {
    var text = words(element);
    if (!text) return hide();
    clearTimeout(leaving);
    if (!box) {
      box = document.createElement("div");
      box.className = "tip";
      box.setAttribute("aria-hidden", "true"); // the same words are in the element's own label or beside it
      box.addEventListener("pointerenter", function () { clearTimeout(leaving); });
      box.addEventListener("pointerleave", hide);
      document.body.appendChild(box);
    }
    owner = element;
    box.replaceChildren.apply(box, text.split("\n").map(function (line, index) {
      var part = document.createElement(index ? "span" : "b");
      part.textContent = line;
      return part;
    }));
    box.hidden = false;
    place(element.getBoundingClientRect());
  }

  function place(at) {
    var room = document.documentElement.clientWidth, beside = at.left - box.offsetWidth - 16;
    if (at.width > 300 && at.height < 60 && beside > 8) { // a row: above it stand its neighbours
      box.style.left = beside + window.scrollX + "px";
      box.style.top = at.top + at.height / 2 - box.offsetHeight / 2 + window.scrollY + "px";
      return;
    }
    var left = Math.min(Math.max(at.left + at.width / 2 - box.offsetWidth / 2, 8), room - box.offsetWidth - 8);
    var above = at.top - box.offsetHeight - 8;
    box.style.left = left + window.scrollX + "px";
    box.style.top = (above > 4 ? above : at.bottom + 8) + window.scrollY + "px";
  }

  function hide() {
    clearTimeout(leaving);
    owner = null;
    if (box) box.hidden = true;
  }

  function tipOf(event) { return event.target.closest && event.target.closest("[data-tip], [data-tip-of]"); }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType === "touch") return;
    var element = tipOf(event);
    if (element) show(element);
    else if (owner && !(box && box.contains(event.target))) { clearTimeout(leaving); leaving = setTimeout(hide, 120); }
  });
  document.addEventListener("focusin", function (event) {
    var element = tipOf(event);
    if (element && event.target.matches(":focus-visible")) show(element);
  });
  document.addEventListener("focusout", function (event) { if (tipOf(event)) hide(); });
  document.addEventListener("keydown", function (event) {
    if (event.key !== "Escape") return;
    hide();
    closeMenu();
  });

  /* Buttons that open what aria-controls names: the menu and, on phones, the controls. */
  function toggle(button) {
    var open = button.getAttribute("aria-expanded") !== "true";
    var target = document.getElementById(button.getAttribute("aria-controls"));
    button.setAttribute("aria-expanded", String(open));
    if (target) target.toggleAttribute("data-open", open);
  }

  function closeMenu() {
    var menu = document.querySelector("nav[data-open]"), at = document.activeElement;
    var button = menu && document.querySelector('[aria-controls="' + menu.id + '"]');
    if (!button || (at !== button && !menu.contains(at))) return;
    toggle(button);
    button.focus();
  }

  /* A link to what lies in a folded part opens it. */
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest('a[href^="#"]');
    var target = link && document.getElementById(link.getAttribute("href").slice(1));
    var folded = target && target.closest("details");
    if (folded) folded.open = true;
  });

  function announce(text) {
    var live = document.getElementById("done-says");
    if (!live) return;
    live.textContent = text;
    clearTimeout(announce.timer);
    announce.timer = setTimeout(function () { live.textContent = ""; }, 6000);
  }

  function copyLink() {
    var query = (window.lpp.address && lpp.address.canonical()) || location.search;
    var link = location.origin + location.pathname + query;
    var done = function () { announce("Link copied"); };
    if (navigator.clipboard && window.isSecureContext) navigator.clipboard.writeText(link).then(done, byHand);
    else byHand();
    function byHand() {
      var field = document.createElement("textarea");
      field.value = link;
      field.className = "vh";
      document.body.appendChild(field);
      field.select();
      var copied = document.execCommand("copy");
      field.remove();
      if (copied) done(); else window.prompt("Copy this link:", link);
    }
  }

  document.addEventListener("click", function (event) {
    var target = event.target.closest && event.target.closest("[data-toggle], [data-copy-link], [data-try-again]");
    if (!target || event.defaultPrevented) return;
    if (target.hasAttribute("data-toggle")) toggle(target);
    else if (target.hasAttribute("data-copy-link")) copyLink();
    else location.reload();
  });

  /* The server's first sight of the page goes in the same moment as the app's own page stands. */
  function takeOver() {
    var first = document.getElementById("first-sight");
    var page = document.getElementById("page");
    if (!first || !page || !page.querySelector("main")) return;
    watch.disconnect();
    var at = document.activeElement, place = first.contains(at) ? stops(first).indexOf(at) : -1;
    first.remove();
    var same = place < 0 ? null : stops(page)[place];
    if (same && same.tagName === at.tagName) same.focus({ preventScroll: true });
  }
  function stops(part) { return Array.from(part.querySelectorAll("a[href], button, input, select, summary")); }
  var watch = new MutationObserver(takeOver);
  watch.observe(document.documentElement, { childList: true, subtree: true });

  window.lpp = Object.assign(window.lpp || {}, { tip: { show: show, hide: hide } });
})();
