/* The key / leads to the field that searches the site, unless the reader is typing already. */
(function () {
  "use strict";
  document.addEventListener("keydown", function (event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    var at = document.activeElement;
    if (at && (at.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(at.tagName))) return;
    var field = document.getElementById("site-q");
    if (!field) return;
    event.preventDefault();
    var menu = document.querySelector(".menu-btn");
    if (!field.offsetParent && menu) menu.click(); // on a phone it is in the menu
    field.focus();
    field.select();
  });
})();
