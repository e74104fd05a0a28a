/* The trends page: the box that tells a period of a chart, by pointer or by arrow keys, and the form that adds a series.
   The words come from the table of the same series, so that chart and table say the same. */
(function () {
  "use strict";
  var at = null; // the plot and the period that the box tells, or null

  function rowsOf(plot) {
    var table = document.querySelector('.twins table[data-series="' + plot.dataset.plot + '"]');
    return table ? Array.from(table.tBodies[0].rows).reverse() : [];
  }

  function cell(row, key) {
    var found = row.querySelector('[data-k="' + key + '"]');
    var words = found ? found.textContent : "";
    return words === "–" ? "" : words;
  }

  function words(row) {
    var about = row.closest("table").dataset, when = row.cells[0].textContent, value = cell(row, "value");
    if (cell(row, "status") === "Provisional") when += ", provisional";
    var lines = [about.name, when, /^[\d.,]+$/.test(value) ? value + " " + about.unit : value];
    if (cell(row, "range")) lines.push("Expected " + cell(row, "range"));
    if (cell(row, "signal")) lines.push(cell(row, "signal"));
    if (/^[\d.,]+$/.test(cell(row, "before"))) lines.push("A year before: " + cell(row, "before"));
    return lines;
  }

  function unmark() {
    document.querySelectorAll(".plot .here").forEach(function (old) { old.remove(); });
  }

  function show(plot, place, aloud) {
    var rows = rowsOf(plot), svg = plot.querySelector("svg");
    if (!rows.length || !svg) return;
    place = Math.max(0, Math.min(rows.length - 1, place));
    at = { plot: plot, place: place };
    unmark();
    var base = svg.querySelector(".base"), grid = svg.querySelectorAll(".grid"), line = base.cloneNode(false);
    var x = Number(plot.dataset.first) + place * Number(plot.dataset.step);
    line.setAttribute("class", "here");
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    line.setAttribute("y1", grid.length ? grid[grid.length - 1].getAttribute("y1") : 0);
    base.after(line);
    var lines = words(rows[place]);
    line.setAttribute("data-tip", lines.join("\n"));
    lpp.tip.show(line);
    if (aloud) document.getElementById("plot-says").textContent = lines.join(". ");
  }

  function hide() {
    if (!at) return;
    at = null;
    unmark();
    lpp.tip.hide();
  }

  function nearest(plot, event) {
    var box = plot.querySelector("svg").getBoundingClientRect();
    var x = (event.clientX - box.left) / box.width * Number(plot.dataset.width);
    return Math.round((x - Number(plot.dataset.first)) / (Number(plot.dataset.step) || 1));
  }

  function plotOf(event) { return event.target.closest && event.target.closest("[data-plot]"); }

  document.addEventListener("pointermove", function (event) {
    if (event.pointerType === "touch") return;
    var plot = plotOf(event);
    if (plot) show(plot, nearest(plot, event), false);
    else if (at && !at.plot.contains(document.activeElement) && !event.target.closest(".tip")) hide();
  });
  document.addEventListener("click", function (event) {
    var plot = plotOf(event);
    if (plot) show(plot, nearest(plot, event), true);
  });
  document.addEventListener("focusout", function (event) { if (plotOf(event)) hide(); });
  document.addEventListener("keydown", function (event) {
    var plot = plotOf(event);
    if (!plot || event.altKey || event.ctrlKey || event.metaKey) return;
    var last = rowsOf(plot).length - 1, here = at && at.plot === plot ? at.place : null;
    if (event.key === "ArrowRight") show(plot, here === null ? 0 : here + 1, true);
    else if (event.key === "ArrowLeft") show(plot, here === null ? last : here - 1, true);
    else if (event.key === "Home") show(plot, 0, true);
    else if (event.key === "End") show(plot, last, true);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
  });

  /* Adding a series leads to the address that holds it, rather than to one that asks for it to be added. */
  document.addEventListener("submit", function (event) {
    var form = event.target.closest("form[data-add-series]");
    if (!form || !window.lpp.address.canonical()) return;
    event.preventDefault();
    var params = new URLSearchParams(window.lpp.address.canonical());
    params.set("series", params.get("series") + "," + form.elements.add.value + ":" + form.elements.area.value);
    lpp.address.go("?" + params.toString().replace(/%3A/g, ":").replace(/%2C/g, ","));
  });
})();
