/* The borough that is selected, in the ranking and on the tiles: what marks it moves there, without asking for the rest
   again. The server draws it in the same places. */
(function () {
  "use strict";

  function choose(code) {
    document.querySelectorAll("a[data-code][aria-current]").forEach(function (row) {
      var on = row.getAttribute("data-code") === code;
      row.setAttribute("aria-current", String(on));
      row.classList.toggle("sel", on && row.classList.contains("row"));
    });
    document.querySelectorAll("svg > .tint, svg > .ring").forEach(function (mark) {
      var row = code && mark.parentNode.querySelector('a[data-code="' + code + '"] > g');
      if (row) mark.setAttribute("transform", row.getAttribute("transform"));
      if (row) mark.removeAttribute("display"); else mark.setAttribute("display", "none");
    });
  }

  window.lpp = Object.assign(window.lpp || {}, { choose: choose });
})();
