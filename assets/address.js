/* The page's address is its state. Links and the form marked data-address, Back and Forward, and the map all come here;
   the page's Address element hears of it and its callback answers. Before the app has started, or without it, the same
   links and form go to the server, which gives the same view. */
(function () {
  "use strict";
  var PHONE = window.matchMedia("(max-width: 640px)");
  var SLOW = 1000;
  var tell = null;      // the mounted Address, or null
  var asked = null;     // the search last asked for
  var canonical = null; // the query of what is on screen
  var fields = {};      // the controls' values for what is on screen
  var waiting = null;   // the timer that says "Loading figures…"
  var focus = null;     // where the reader was

  function mount(listener) {
    tell = listener;
    asked = location.search;
    return function () { if (tell === listener) tell = null; };
  }

  function go(search) {
    if (!tell) { location.assign(location.pathname + search); return; }
    if (search !== location.search) history.pushState({}, "", location.pathname + search + location.hash);
    ask(search);
  }

  function ask(search) {
    if (search === asked) return;
    asked = search;
    focus = whereWeAre();
    clearTimeout(waiting);
    waiting = setTimeout(function () { state("loading", true); }, SLOW);
    state("failed", false);
    tell(search);
  }

  function settle(answer) {
    if (waiting !== null && answer.answered !== asked) return; // an older question's answer
    canonical = answer.shown;
    fields = answer.fields || {};
    if (answer.title) document.title = answer.title;
    // What a browser's own "share" sends. Without parameters the address is that of the newest figures.
    var link = document.querySelector("link[rel=canonical]");
    if (link && location.search) link.href = link.href.split("?")[0] + (canonical || "");
    clearTimeout(waiting);
    waiting = null;
    state("loading", false);
    // After React has written every part of this answer.
    setTimeout(function () { syncForm(); goBackTo(focus); focus = null; document.dispatchEvent(new Event("lpp-settled")); }, 0);
  }

  function failed() {
    if (waiting === null) return;
    clearTimeout(waiting);
    waiting = null;
    asked = null;
    state("loading", false);
    state("failed", true);
    var again = document.querySelector("[data-try-again]");
    if (again) again.focus({ preventScroll: true });
  }

  function state(name, on) {
    document.documentElement.toggleAttribute("data-" + name, on);
    if (name !== "loading") return;
    var says = document.getElementById("loading-says");
    if (says) says.textContent = on ? "Loading figures…" : "";
  }

  /* The controls show the view on screen, whatever was clicked: after Back, after a correction, after a failure. */
  function syncForm() {
    document.querySelectorAll("form[data-address]").forEach(function (form) {
      Object.keys(fields).forEach(function (name) {
        var field = form.elements[name];
        var value = name === "form" && fields.form === "auto" ? (PHONE.matches ? "tiles" : "map") : fields[name];
        if (field && field.value !== value) field.value = value;
      });
    });
  }

  function serialise(form, changed) {
    var params = new URLSearchParams();
    new FormData(form).forEach(function (value, name) { if (value) params.set(name, value); });
    // The form of the map follows the width of the screen until the reader chooses one.
    if (fields.form === "auto" && changed !== "form") params.delete("form");
    return "?" + params.toString();
  }

  function withArea(slug) {
    var params = new URLSearchParams(canonical || location.search);
    if (slug) params.set("area", slug); else params.delete("area");
    return "?" + params.toString();
  }

  /* Parts of the page are written anew; whoever stood on one with the keyboard stays on its successor. */
  function whereWeAre() {
    var at = document.activeElement;
    if (!at || at === document.body) return null;
    var part = at.id ? null : at.closest("[id]");
    return { at: at, id: at.id, part: part && part.id, key: keyOf(at), nth: part ? alike(part, keyOf(at)).indexOf(at) : 0 };
  }

  function keyOf(element) {
    var marked = element.closest("[data-code]");
    return (marked && marked.getAttribute("data-code")) || element.textContent.trim();
  }

  function alike(part, key) {
    return Array.from(part.querySelectorAll("a, button, [tabindex]")).filter(function (each) { return keyOf(each) === key; });
  }

  function goBackTo(place) {
    if (!place || (document.contains(place.at) && document.activeElement === place.at)) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    var target = place.id && document.getElementById(place.id);
    var part = place.part && document.getElementById(place.part);
    if (!target && part) target = alike(part, place.key)[Math.max(place.nth, 0)];
    if (target) target.focus({ preventScroll: true });
  }

  document.addEventListener("change", function (event) {
    var form = event.target.closest("form[data-address]");
    if (form && event.target.name) go(serialise(form, event.target.name));
  });
  document.addEventListener("submit", function (event) {
    var form = event.target.closest("form[data-address]");
    if (!form || !tell) return;
    event.preventDefault();
    go(serialise(form, null));
  });
  document.addEventListener("click", function (event) {
    var link = event.target.closest && event.target.closest("a[data-address]");
    if (!link || !tell || event.defaultPrevented || event.button !== 0) return;
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    var to = new URL(typeof link.href === "string" ? link.href : link.href.baseVal, location.href); // an SVG link's is an object
    if (to.origin !== location.origin || to.pathname !== location.pathname) return;
    event.preventDefault();
    go(to.search);
  });
  window.addEventListener("popstate", function () { if (tell) ask(location.search); });
  PHONE.addEventListener("change", syncForm);

  /* What Dash asks when it starts, the script holds already; and Dash says nothing to the page when an answer does not
     come. */
  var plain = window.fetch;
  window.fetch = function (resource) {
    var url = typeof resource === "string" ? resource : (resource && resource.url) || "";
    var known = window.lpp_start && window.lpp_start[url.replace(location.origin, "")];
    if (known) return Promise.resolve(new Response(known, { headers: { "Content-Type": "application/json" } }));
    var answer = plain.apply(this, arguments);
    if (url.indexOf("_dash-update-component") < 0) return answer;
    answer.then(function (response) { if (response.status >= 400) failed(); }, failed);
    return answer;
  };

  window.lpp = Object.assign(window.lpp || {}, {
    address: { mount: mount, settle: settle, go: go, withArea: withArea, canonical: function () { return canonical; } }
  });
})();
