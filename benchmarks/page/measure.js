/* What only the page itself can tell: when the map was painted, what moved, and when a change was on the screen. Runs
   before the page's own scripts. Times are performance.now(): milliseconds since the navigation began. */
(function () {
  "use strict";
  var BOROUGHS = 32;
  var shift = 0, mapAt = null, change = null;

  new PerformanceObserver(function (list) {
    list.getEntries().forEach(function (entry) { if (!entry.hadRecentInput) shift += entry.value; });
  }).observe({ type: "layout-shift", buffered: true });

  /* Within a frame's callbacks, before it is painted: a message is handled after the paint. */
  function afterThisPaint(then) {
    var channel = new MessageChannel();
    channel.port1.onmessage = function () { channel.port1.close(); then(performance.now()); };
    channel.port2.postMessage(0);
  }

  /* Every borough has a shape of some size with a colour of a class: without its style sheet a shape is black. */
  function mapIsFilled() {
    var map = document.querySelector("svg.borough-map");
    var areas = map ? Array.from(map.querySelectorAll(".area")) : [];
    if (areas.length < BOROUGHS || map.getBoundingClientRect().top >= innerHeight) return false;
    var fills = new Set();
    var all = areas.every(function (area) {
      var fill = getComputedStyle(area).fill, box = area.getBoundingClientRect();
      fills.add(fill);
      return box.width > 0 && box.height > 0 && fill !== "none" && fill !== "rgb(0, 0, 0)";
    });
    return all && fills.size >= 3;
  }

  requestAnimationFrame(function look() {
    if (mapIsFilled()) afterThisPaint(function (at) { mapAt = at; });
    else requestAnimationFrame(look);
  });

  function paint() {
    var found = performance.getEntriesByName("first-contentful-paint")[0];
    // What is drawn reaches the screen a little after the page's own thread is done with it, and never before the first.
    return { first: found ? found.startTime : null, map: found && mapAt ? Math.max(found.startTime, mapAt) : null,
      shift: shift };
  }

  function shown() { return window.lpp && window.lpp.address ? window.lpp.address.canonical() : null; }

  function words() { var page = document.getElementById("page"); return page ? page.innerText : ""; }

  /* From the next change or click: its time, and the paint after the last thing that was written into the page. */
  function arm() {
    change = { from: null, shown: shown(), words: words(), last: null, pending: false };
    ["change", "click"].forEach(function (kind) { addEventListener(kind, begin, { capture: true }); });
    var now = change;
    change.observer = new MutationObserver(function (records) {
      var ours = records.some(function (record) { return !/^data-dash/.test(record.attributeName || ""); });
      if (!ours || now.from === null || now.pending) return;
      now.pending = true;
      requestAnimationFrame(function () {
        now.pending = false; // what is written from here on is of the next frame
        afterThisPaint(function (at) { now.last = at; });
      });
    });
    change.observer.observe(document.getElementById("page"),
      { subtree: true, childList: true, characterData: true, attributes: true });
  }

  function begin(event) { if (change && change.from === null) change.from = event.timeStamp; }

  /* The milliseconds, once the page says that it shows something else and nothing has been written for `quiet` ms; null
     until then. */
  function taken(quiet) {
    var is_settled = change.from !== null && change.last !== null && !change.pending && shown() !== change.shown;
    if (!is_settled || performance.now() - change.last < quiet) return null;
    change.observer.disconnect();
    ["change", "click"].forEach(function (kind) { removeEventListener(kind, begin, { capture: true }); });
    return { milliseconds: change.last - change.from, differs: words() !== change.words };
  }

  window.lppMeasure = { paint: paint, arm: arm, taken: taken };
})();
