/* The map of wards by keyboard and pointer: one tab stop; arrow keys move alphabetically, Enter selects, Escape clears.
   The drawing is the server's. Found by its attribute, as everything that any page may write anew. */
(function () {
  "use strict";
  var at = null; // the code of the ward that the keyboard stands on

  function mapOf(target) { return target.closest && target.closest("[data-ward-map]"); }
  function shapes(map) { return Array.from(map.querySelectorAll("path[data-code]")); }
  function chosen(map) { var ring = map.querySelector("path.chosen"); return ring && owner(map, ring); }
  function owner(map, ring) {
    return shapes(map).find(function (shape) { return shape.getAttribute("d") === ring.getAttribute("d"); });
  }

  function outline(map, shape) {
    map.querySelectorAll(".here").forEach(function (old) { old.remove(); });
    if (!shape) return;
    var ring = shape.cloneNode(false);
    ["data-code", "data-tip", "data-to"].forEach(function (name) { ring.removeAttribute(name); });
    ring.setAttribute("class", "here");
    map.querySelector(".labels").before(ring);
  }

  function mark(map, shape) {
    at = shape ? shape.dataset.code : null;
    outline(map, shape);
    if (!shape) { window.lpp.tip.hide(); return; }
    window.lpp.tip.show(shape);
    var says = document.getElementById("ward-map-says");
    if (says) says.textContent = shape.getAttribute("data-tip").split("\n").join(". ");
  }

  function step(map, by) {
    var all = shapes(map); // the server draws them in alphabetical order
    var from = all.findIndex(function (shape) { return shape.dataset.code === at; });
    if (from < 0) from = all.indexOf(chosen(map));
    if (from < 0) { mark(map, all[by > 0 ? 0 : all.length - 1]); return; }
    mark(map, all[(from + by + all.length) % all.length]);
  }

  function current(map) { return shapes(map).find(function (shape) { return shape.dataset.code === at; }); }

  document.addEventListener("keydown", function (event) {
    var map = mapOf(event.target), steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (!map || event.altKey || event.ctrlKey || event.metaKey) return;
    if (steps[event.key]) step(map, steps[event.key]);
    else if (event.key === "Home") mark(map, shapes(map)[0]);
    else if (event.key === "End") mark(map, shapes(map).pop());
    else if ((event.key === "Enter" || event.key === " ") && current(map)) window.lpp.address.go(current(map).dataset.to);
    else if (event.key === "Escape") {
      var clear = chosen(map) && map.parentElement.querySelector(".selbox a");
      mark(map, null);
      if (clear) clear.click();
    } else return;
    event.preventDefault();
  });
  document.addEventListener("click", function (event) {
    var shape = event.target.closest && event.target.closest("[data-ward-map] path[data-to]");
    if (shape) window.lpp.address.go(shape.dataset.to);
  });
  document.addEventListener("pointerover", function (event) {
    var map = mapOf(event.target);
    if (map && event.pointerType !== "touch") outline(map, event.target.closest("path[data-code]") || current(map));
  });
  document.addEventListener("focusin", function (event) {
    var map = mapOf(event.target);
    if (map && map.matches(":focus-visible")) { if (current(map) || chosen(map)) mark(map, current(map) || chosen(map)); }
  });
  document.addEventListener("focusout", function (event) {
    var map = mapOf(event.target);
    if (map) { outline(map, null); window.lpp.tip.hide(); if (document.contains(map)) at = null; }
  });
})();
