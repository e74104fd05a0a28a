/* Print this page: found by its attribute, like the other buttons (page.js). */
(function () {
  "use strict";
  document.addEventListener("click", function (event) {
    var button = event.target.closest && event.target.closest("[data-print]");
    if (button && !event.defaultPrevented) window.print();
  });
})();
