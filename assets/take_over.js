/* The app makes the page that stands already, from what the document holds: nothing is asked for again. */
(function () {
  "use strict";
  function filled(node, stands) {
    if (Array.isArray(node)) return node.map(function (each) { return filled(each, stands); });
    if (!node || !node.props) return node;
    if (node.type === "Markup" && node.props.markup === undefined) {
      var there = stands.querySelector(node.props.id ? "#" + CSS.escape(node.props.id) : ".failure");
      node.props.markup = there ? there.innerHTML : "";
    }
    if (node.props.children !== undefined) node.props.children = filled(node.props.children, stands);
    return node;
  }

  window.dash_clientside = Object.assign(window.dash_clientside || {}, {
    lpp: {
      content: function () {
        var data = document.getElementById("page-content"), stands = document.getElementById("first-sight");
        var content = filled(JSON.parse(data.textContent), stands);
        data.remove();
        return content;
      }
    }
  });
})();
