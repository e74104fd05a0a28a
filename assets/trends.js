/* The trends page: adding a series leads to the address that holds it, rather than to one that asks for it to be added. */
(function () {
  "use strict";
  document.addEventListener("submit", function (event) {
    var form = event.target.closest("form[data-add-series]");
    if (!form || !window.lpp.address.canonical()) return;
    event.preventDefault();
    var params = new URLSearchParams(window.lpp.address.canonical());
    params.set("series", params.get("series") + "," + form.elements.add.value + ":" + form.elements.area.value);
    lpp.address.go("?" + params.toString().replace(/%3A/g, ":").replace(/%2C/g, ","));
  });
})();
