/* The crime map's months as a table. The first response brings it; after a change it is written anew from the figures that
   the chart carries, once it stands open: nothing is asked for again, and chart and table are of one edition. */
(function () {
  "use strict";
  var shown = null; // the chart that the table was last written from

  function row(plot, value, place) {
    var late = place >= Number(plot.dataset.late), month = lpp.plots.monthOf(plot, place);
    if (value === null) return [month, " mute", "Not listed", "Not available"];
    return [month, null, value.toLocaleString("en-GB"), late ? "Provisional" : "Published"];
  }

  function write() {
    var box = document.getElementById("trend-rows"), plot = document.querySelector("#trend-chart [data-months]");
    if (!box || !plot || plot === shown || !box.closest("details").open) return;
    shown = plot;
    var rows = lpp.plots.carried(plot).map(function (value, place) { return row(plot, value, place); }).reverse();
    box.querySelector("caption").textContent = plot.dataset.title;
    box.querySelector("tbody").innerHTML = lpp.fill([["month-row", [], rows]]);
  }

  document.addEventListener("lpp-settled", write);
  document.addEventListener("toggle", write, true); // of the details; it does not bubble
})();
