"""The dashboard's web application: the Dash app, the Flask server that gunicorn runs, and what surrounds every page."""

from __future__ import annotations

import json
import logging
import re
from contextvars import copy_context
from pathlib import Path
from typing import Any

import dash
import flask
from dash import ClientsideFunction, Input, Output, html
from dash._get_app import app_context

from api.server import make_server
from components import patterns, shell, take_over
from components.assets import PREFIX
from components.elements import Address, Arrival
from components.routes import NoPage, find_page
from components.site import site_address
from data.warehouse import NoEdition, OldEdition, UnknownEdition
from geo.areas import boroughs
from web.about import about_page, add_about
from web.answers import Answers, code_version
from web.contact import contact
from web.framing import add_framing
from web.headers import POLICY, policy_of
from web.health import add_health
from web.problems import Surroundings
from web.reference import QUIET, reference
from web.safety import make_safe, open_up
from web.settings import Settings
from web.static_files import STYLE_SHEET, StaticFiles, script, singles, static_file, style_sheet

LOG = logging.getLogger(__name__)
# What no page uses: tables and graphs of Dash's own, and what makes browsers of before 2018 like later ones.
UNUSED = re.compile(r'<script src="[^"]*/dash/(?:dash_table|dcc|deps/polyfill)[^"]*"></script>\n?')
SCRIPT = "app-with-dash-renderer"  # Dash looks for its renderer's name in the document
# Versions of what runs here, and a token for background callbacks, of which there are none.
NOT_TOLD = {"python_version", "dash_version", "dash_version_url", "plotly_version", "ddk_version", "end_id"}
# What Dash asks when it starts: the same for every page, so the script holds the answers.
ASKED_AT_START = ("/_dash-layout", "/_dash-dependencies")
LOADED = re.compile(r'<script src="([^"]+)"></script>')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
SLUG = "<slug>"  # in the path of pages of which there is one for each borough


class Dashboard(dash.Dash):
    """Dash, with the page itself in the first response, no script inside the document and one beside it."""

    static_files: StaticFiles

    def interpolate_index(self, **parts: str) -> str:
        """The document for the address of this request."""
        path = flask.request.path
        content, status = page_at(path, flask.request.args.to_dict())
        flask.after_this_request(lambda response: _with_status(response, status))
        document = shell.document(
            about=about_page(path, content, status, title=_title(path, content)), content=html.Div(content),
            header=shell.header(links(), here=path, home=home()),
            foot=shell.footer(shell.in_footer(every_page()), contact=self.server.config["CONTACT"]),
            scripts=shell.Scripts(
                style=self.static_files.address("style", ".css"), config=parts["config"],
                content=take_over.script(content),
                script=self.static_files.address(SCRIPT, ".js"),
            ),
        )  # fmt: skip
        flask.after_this_request(lambda response: _with_policy(response, document))
        return document

    def surroundings(self) -> Surroundings:
        """What stands round a page that says one thing."""
        return Surroundings(links(), home(), self.static_files.address("style", ".css"))

    def _config(self) -> dict[str, Any]:
        """Dash's settings for the browser, but for what nobody needs or what makes every document another."""
        return {name: value for name, value in super()._config().items() if name not in NOT_TOLD}

    def gather_static_files(self) -> StaticFiles:
        """Everything that Dash would have the browser load one by one, as one script and one style sheet.

        Last in the script stand what Dash would write into the document itself: inline clientside callbacks, and the
        line that starts it.
        """
        client = self.server.test_client()
        with self.server.test_request_context("/"):
            tags = self._generate_scripts_html()
        sources = []
        for source in [*LOADED.findall(UNUSED.sub("", tags)), *ASKED_AT_START]:
            with client.get(source) as answer:
                sources.append(answer.text)
        *sources, layout, dependencies = sources
        known = dict(zip(ASKED_AT_START, (layout, dependencies), strict=True))
        told = f"window.lpp_start = {json.dumps(known)};window.lpp_rows = {json.dumps(patterns.as_data())};"
        joined = script([told, *sources, *INLINE.findall(tags), self.renderer])
        return StaticFiles([*singles(), static_file(f"{SCRIPT}.js", joined), static_file("style.css", style_sheet())])


def create_app(editions_dir: Path | None = None) -> Dashboard:
    """The app over the editions in `editions_dir`, or over those the environment names."""
    return copy_context().run(_assemble, editions_dir)


def _assemble(editions_dir: Path | None) -> Dashboard:
    app_context.set(None)  # where another app has answered, dash.get_app() would give the pages that app
    server = make_server(__name__)
    server.config["EDITIONS"] = editions_dir
    server.config["CONTACT"] = contact()
    app = Dashboard(
        __name__, server=server, use_pages=True, title=shell.PRODUCT, update_title="", include_pages_meta=False,
        suppress_callback_exceptions=True,  # pages come after the first layout
    )  # fmt: skip
    app.layout = html.Div([Arrival(id="arrival"), html.Div(id="page")])
    taking_over = ClientsideFunction("lpp", "content")
    app.clientside_callback(taking_over, Output("page", "children"), Input("arrival", "pathname"))
    server.add_url_rule(f"{PREFIX}<name>", "static_file", lambda name: app.static_files.answer(name))
    add_health(server, editions_dir)
    add_about(server, page_at, paths)
    add_framing(server)
    answers = Answers(f"{code_version()} {server.config['CONTACT']} {site_address()}", editions_dir)
    settings = Settings.from_environment()
    make_safe(app, answers, settings, app.surroundings)
    server.register_error_handler(NoEdition, _no_edition)
    server.register_error_handler(UnknownEdition, _not_kept)
    server.register_error_handler(OldEdition, _not_kept)
    # Dash keeps the pages' callbacks in one place for all apps until an app's first request: this app takes them now.
    server.test_client().get("/_dash-dependencies")
    app.static_files = app.gather_static_files()
    server.config[STYLE_SHEET] = app.static_files.address("style", ".css")
    # A document names both: with other ones, of another Dash too, what a browser holds no longer stands.
    answers.version += f" {app.static_files.address(SCRIPT, '.js')} {server.config[STYLE_SHEET]}"
    open_up(server, answers, settings)
    return app


def warm(server: flask.Flask) -> None:
    """One request for the document and one for the layout. Dash sets itself up on its first requests, unguarded."""
    client = server.test_client()
    for path in (home(), "/_dash-layout"):
        client.get(path, environ_overrides={QUIET: True})


def links() -> tuple[shell.Link, ...]:
    """The pages that exist, in the navigation's order."""
    return shell.in_order(every_page())


def every_page() -> list[shell.Link]:
    return [shell.Link(page["name"], page["path"]) for page in dash.page_registry.values()]


def paths() -> tuple[str, ...]:
    """Every page, those of a template for each borough."""
    single, of_boroughs = set(), set()
    for page in dash.page_registry.values():
        template = page.get("path_template")
        if template:
            of_boroughs |= {template.replace(SLUG, area.slug) for area in boroughs()}
        else:
            single.add(page["path"])
    return (*sorted(single), *sorted(of_boroughs))


def home() -> str:
    return links()[0].path


def page_at(path: str, params: dict[str, str]) -> tuple[Any, int]:
    """The content of the page at a path, or of what stands in for it, and its status."""
    page, variables = find_page(dash.page_registry.values(), path)
    if page is None:
        return shell.not_found(links()), 404
    try:
        return page["layout"](**{**params, **variables}), 200
    except NoPage:
        return shell.not_found(links()), 404
    except NoEdition:
        return shell.no_figures(), 503
    except Exception:
        LOG.exception("the page %s failed", page.get("path_template") or page["path"])
        return shell.did_not_load(reference()), 500


def _title(path: str, content: Any) -> str:
    """The title that a page's Address bears, or the page's own name; what stands in for a page has its heading.

    A page with a template has a name for all that it shows, so its heading comes first too.
    """
    parts = html.Div(content)
    named = next((part.title for part in parts._traverse() if isinstance(part, Address)), None)
    if named:
        return str(named)
    heading = next((part.children for part in parts._traverse() if isinstance(part, html.H1)), "")
    page, variables = find_page(dash.page_registry.values(), path)
    name = heading if page is None or (variables and heading) else page["name"]
    return f"{name} – {shell.PRODUCT}"


def _with_status(response: flask.Response, status: int) -> flask.Response:
    response.status_code = status
    return response


def _with_policy(response: flask.Response, document: str) -> flask.Response:
    response.headers[POLICY] = policy_of(document)
    return response


def _no_edition(_: NoEdition) -> tuple[str, int]:
    return "No figures are loaded yet.\n", 503


def _not_kept(error: Exception) -> flask.Response:
    words = f"That edition is not kept here, or does not hold this: {error}.\n"
    return flask.Response(words, 404, content_type="text/plain; charset=utf-8")


app = create_app()
server = app.server

__all__ = ["app", "create_app", "server", "warm"]
