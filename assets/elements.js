/* The browser's half of components/elements.py. React is Dash's own; nothing here is built or fetched. */
(function () {
  "use strict";
  var h = React.createElement;

  function Native(props) {
    return h(props.tag, Object.assign({ id: props.id }, props.attributes), props.children);
  }

  function Markup(props) {
    return h(props.tag || "div",
      Object.assign({ id: props.id, dangerouslySetInnerHTML: { __html: lpp.fill(props.markup) } }, props.attributes));
  }

  function Address(props) {
    var latest = React.useRef(props);
    latest.current = props;
    React.useEffect(function () {
      return lpp.address.mount(function (search) { latest.current.setProps({ search: search }); });
    }, []);
    React.useEffect(function () {
      lpp.address.settle(props);
    }, [props.answered, props.shown, props.title]);
    return null;
  }

  function Arrival(props) {
    React.useEffect(function () {
      props.setProps({ pathname: location.pathname, search: location.search });
    }, []);
    return null;
  }

  window.lpp_components = Object.assign(window.lpp_components || {}, {
    Native: Native, Markup: Markup, Address: Address, Arrival: Arrival
  });
})();
