/* Charts over time: the box that tells a period, by pointer or by arrow keys. The words come from the table of the same
   series where there is one beside the chart, or else from the months that the chart carries, so that all say the same. */
(function () {
  "use strict";
  var MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December"];
  var at = null; // the plot and the period that the box tells, or null

  function rowsOf(plot) {
    var table = document.querySelector('.twins table[data-series="' + plot.dataset.plot + '"]');
    return table ? Array.from(table.tBodies[0].rows).reverse() : [];
  }

  /* A chart without a table of its own rows: the figures are those that its lines go through, two units a month and one
     an offence from the top down. A gap has none. */
  function carried(plot) {
    if (plot.dataset.months === undefined) return null;
    if (plot.dataset.values !== undefined) return plot.dataset.values.split(",").map(function (each) {
      return each === "" ? null : Number(each); // too few for lines
    });
    var values = new Array(Number(plot.dataset.months)).fill(null), lines = plot.querySelector("svg.lines");
    if (!lines) return values;
    var top = lines.viewBox.baseVal.height;
    lines.querySelectorAll("path").forEach(function (path) {
      var steps = path.getAttribute("d").match(/-?[\d.]+/g).map(Number), x = 0, y = 0;
      for (var i = 0; i < steps.length; i += 2) {
        x += steps[i];
        y += steps[i + 1];
        values[(x - 1) / 2] = Math.round(10 * (top - y)) / 10;
      }
    });
    return values;
  }

  function periods(plot) {
    var values = carried(plot);
    return values ? values.length : rowsOf(plot).length;
  }

  function monthOf(plot, place) {
    var start = plot.dataset.start.split("-"), month = Number(start[1]) - 1 + place;
    return MONTHS[month % 12] + " " + (Number(start[0]) + Math.floor(month / 12));
  }

  function carriedWords(plot, value, place) {
    var when = monthOf(plot, place), unit = plot.dataset.unit + (value === 1 ? "" : "s");
    var late = value !== null && place >= Number(plot.dataset.late);
    return [plot.dataset.name, late ? when + ", provisional" : when,
      value === null ? "No figure" : value.toLocaleString("en-GB") + " " + unit];
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
    var values = carried(plot), last = periods(plot) - 1, svg = plot.querySelector("svg");
    if (last < 0 || !svg) return;
    place = Math.max(0, Math.min(last, place));
    at = { plot: plot, place: place };
    unmark();
    var base = svg.querySelector(".base"), grid = svg.querySelectorAll(".grid"), line = base.cloneNode(false);
    var x = Number(plot.dataset.first) + place * Number(plot.dataset.step);
    line.setAttribute("class", "here");
    line.setAttribute("x1", x);
    line.setAttribute("x2", x);
    line.setAttribute("y1", grid.length ? grid[grid.length - 1].getAttribute("y1") : 0);
    base.after(line);
    var lines = values ? carriedWords(plot, values[place], place) : words(rowsOf(plot)[place]);
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
    var last = periods(plot) - 1, here = at && at.plot === plot ? at.place : null;
    if (event.key === "ArrowRight") show(plot, here === null ? 0 : here + 1, true);
    else if (event.key === "ArrowLeft") show(plot, here === null ? last : here - 1, true);
    else if (event.key === "Home") show(plot, 0, true);
    else if (event.key === "End") show(plot, last, true);
    else if (event.key === "Escape") hide();
    else return;
    event.preventDefault();
  });

  window.lpp = Object.assign(window.lpp || {}, { plots: { carried: carried, monthOf: monthOf } });
})();
