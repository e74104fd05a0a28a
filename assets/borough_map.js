/* The borough map: shapes come once from a cached file, a change of view sends only class numbers and words. */
(function () {
  "use strict";
  var h = React.createElement;
  var LIGHTEST = { sequential: 1, diverging: 4 };
  var drawn = document.querySelector("#first-sight svg.borough-map"); // the first response brings one along
  var shapes = {}; // src -> promise of the drawing's text

  function load(src) {
    if (!shapes[src]) {
      shapes[src] = drawn ? Promise.resolve(drawn.outerHTML) : fetch(src).then(function (response) {
        if (!response.ok) throw new Error("the map's file answered " + response.status);
        return response.text();
      });
      shapes[src].catch(function () { delete shapes[src]; });
    }
    return shapes[src];
  }

  function paint(svg, props) {
    var letter = props.scale === "diverging" ? "d" : "c";
    var areas = svg.querySelector(".areas");
    svg.querySelectorAll(".lightest, .chosen").forEach(function (old) { old.remove(); });
    svg.querySelectorAll(".area, .label").forEach(function (mark) {
      var area = props.areas[mark.dataset.code] || [null, ""];
      var kind = mark.classList.contains("label") ? "label" : mark.classList.contains("city") ? "area city" : "area";
      mark.setAttribute("class", kind + " " + (area[0] ? letter + area[0] : "na"));
      if (mark.tagName !== "path") return;
      mark.dataset.tip = area[1];
      if (area[0] === LIGHTEST[props.scale]) areas.after(outlineOf(mark, "lightest"));
    });
    svg.querySelectorAll(".label.chosen-label").forEach(function (old) { old.classList.remove("chosen-label"); });
    var chosen = props.selected && areas.querySelector('[data-code="' + props.selected + '"]');
    if (!chosen) return;
    var before = svg.querySelector(".labels");
    before.before(outlineOf(chosen, "chosen casing"), outlineOf(chosen, "chosen"));
    var label = before.querySelector('[data-code="' + props.selected + '"]');
    if (label) label.classList.add("chosen-label");
  }

  function outlineOf(path, kind) {
    var copy = path.cloneNode(false);
    copy.removeAttribute("id");
    copy.removeAttribute("data-code");
    copy.removeAttribute("data-tip");
    copy.setAttribute("class", kind);
    return copy;
  }

  /* Rows of a piece become a class and words for each code. */
  function areasOf(given) {
    if (!Array.isArray(given)) return given;
    var found = {};
    given.forEach(function (piece) {
      lpp.texts(piece).forEach(function (words, place) { found[piece[2][place][0]] = [piece[2][place][1], words]; });
    });
    return found;
  }

  function BoroughMap(given) {
    var areas = React.useMemo(function () { return areasOf(given.areas); }, [given.areas]);
    var props = Object.assign({}, given, { areas: areas });
    var box = React.useRef(null);
    var latest = React.useRef(props);
    var at = React.useRef(null);
    var said = React.useState("");
    var status = React.useState("waiting");
    latest.current = props;
    var codes = Object.keys(props.slugs).sort(function (a, b) { return props.slugs[a] < props.slugs[b] ? -1 : 1; });

    React.useEffect(function () {
      var wanted = true;
      load(props.src).then(function (text) {
        if (!wanted) return;
        box.current.innerHTML = text;
        status[1]("drawn");
      }, function () { if (wanted) status[1]("failed"); });
      return function () { wanted = false; };
    }, [props.src]);

    React.useEffect(function () {
      var svg = box.current && box.current.querySelector("svg");
      if (!svg) return;
      svg.setAttribute("role", "img");
      svg.setAttribute("aria-label", props.label);
      paint(svg, props);
      lpp.choose(props.selected);
      if (at.current) mark(at.current);
    }, [status[0], props.areas, props.scale, props.selected, props.label]);

    function shape(code) { return box.current.querySelector('.area[data-code="' + code + '"]'); }

    function outline(path) {
      box.current.querySelectorAll(".here").forEach(function (old) { old.remove(); });
      if (path && !path.classList.contains("city")) box.current.querySelector(".labels").before(outlineOf(path, "here"));
    }

    function mark(code) {
      at.current = code;
      var path = code && shape(code);
      outline(path);
      if (!path) { lpp.tip.hide(); return; }
      lpp.tip.show(path);
      said[1]((props.areas[code] || [null, ""])[1].split("\n").join(". "));
    }

    function step(by) {
      var from = codes.indexOf(at.current || props.selected);
      mark(codes[(from + by + codes.length) % codes.length]);
    }

    function select(code) { lpp.address.go(lpp.address.withArea(latest.current.slugs[code])); }

    function onKeyDown(event) {
      var steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      if (steps[event.key]) step(at.current || props.selected ? steps[event.key] : Math.max(steps[event.key], 0));
      else if (event.key === "Home") mark(codes[0]);
      else if (event.key === "End") mark(codes[codes.length - 1]);
      else if ((event.key === "Enter" || event.key === " ") && at.current) select(at.current);
      else if (event.key === "Escape") { mark(null); if (props.selected) lpp.address.go(lpp.address.withArea(null)); }
      else return;
      event.preventDefault();
    }

    function onClick(event) {
      var path = event.target.closest(".area");
      if (path && latest.current.slugs[path.dataset.code]) select(path.dataset.code);
    }

    return h("div", { id: props.id, className: "map-box" },
      h("div", {
        ref: box, className: "map-keys", tabIndex: 0, role: "application", "aria-label": "Choose a borough on the map",
        "aria-describedby": props.id + "-keys", onKeyDown: onKeyDown, onClick: onClick,
        onFocus: function () { if (box.current.matches(":focus-visible") && props.selected) mark(props.selected); },
        onBlur: function () { mark(null); },
        onPointerOver: function (event) { if (event.pointerType !== "touch") outline(event.target.closest(".area")); },
        onPointerLeave: function () { outline(at.current && shape(at.current)); }
      }),
      status[0] === "failed" && h("p", { className: "map-failed" },
        "The map did not load. The ranking and the table show the same figures."),
      h("p", { id: props.id + "-keys", className: "vh" },
        "Arrow keys move through the boroughs in alphabetical order, Enter selects one, Escape clears."),
      h("p", { className: "vh", "aria-live": "polite" }, said[0]));
  }

  window.lpp_components = Object.assign(window.lpp_components || {}, { BoroughMap: BoroughMap });
})();
