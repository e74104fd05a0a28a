/* The browser's half of components/patterns.py: rows of values become markup by the patterns that the script holds. */
(function () {
  "use strict";
  var MARKS = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

  function written(value) {
    if (value === null || value === undefined) return "";
    return Array.isArray(value) ? fill(value) : String(value).replace(/[&<>"]/g, function (mark) { return MARKS[mark]; });
  }

  function position(value) { return value.toFixed(1).replace(/\.0$/, ""); }

  function plain(value) { return value === null || value === undefined ? "" : String(value); }

  function rows(piece, sketch, write) {
    var given = typeof piece[2] === "number" ? sketch[piece[2]][2] : piece[2]; // those of an earlier piece
    var parts = window.lpp_rows.patterns[piece[0]];
    return given.map(function (row, number) {
      var values = piece[1].concat(row);
      return parts.map(function (part) {
        if (typeof part === "string") return part;
        if (typeof part === "number") return write(values[part]);
        if (typeof part[1] === "string") return write(window.lpp_rows.words[part[1]][values[part[0]]]);
        return position(values[part[0]] + part[1] * number);
      }).join("");
    });
  }

  /* Each row of a piece as text, in which nothing is escaped. */
  function texts(piece) { return rows(piece, [], plain); }

  function fill(drawing) {
    if (!Array.isArray(drawing)) return drawing || "";
    return drawing.map(function (piece) { return typeof piece === "string" ? piece : rows(piece, drawing, written).join(""); }).join("");
  }

  window.lpp = Object.assign(window.lpp || {}, { fill: fill, texts: texts });
})();
