"""The crime map as a reader meets it, on an edition made from the publishers' files, at a desk and on a phone."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from playwright.sync_api import Page, expect

from components.assets import url
from tests.browser.audit import no_violations
from tests.browser.helpers import choose, open_controls, params
from tests.browser.reader import DESKTOP, PHONE, Visit, ready, until, wait_for_port

pytestmark = pytest.mark.browser
SIZES = pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["1280", "390"])
CAMDEN = "E09000007"
Go = Callable[..., Visit]


def fills(page: Page) -> list[str]:
    return page.eval_on_selector_all("#map .area", "areas => areas.map(a => getComputedStyle(a).fill)")


def shown(page: Page) -> dict[str, str]:
    """The view on screen, part by part."""
    return page.evaluate(
        "() => Object.fromEntries(['opening', 'keys', 'selected', 'ranking-side', 'trend-heading', 'data-side']"
        ".map(id => [id, document.getElementById(id).textContent]))"
    )


def wait_for_area(page: Page, slug: str | None) -> None:
    until(page, "s => new URLSearchParams(lpp.address.canonical()).get('area') === s", arg=slug)


def click_on_map(page: Page, code: str) -> None:
    at = page.evaluate(
        """code => { const path = document.querySelector(`#map .area[data-code="${code}"]`), box = path.getBBox();
        const m = path.getScreenCTM(), p = path.ownerSVGElement.createSVGPoint();
        p.x = box.x + box.width / 2; p.y = box.y + box.height / 2;
        const q = p.matrixTransform(m); return [q.x, q.y]; }""",
        code,
    )
    page.mouse.click(*at)


def assert_camden_everywhere(page: Page) -> None:
    assert params(page)["area"] == "camden"
    expect(page.locator("#selected strong")).to_have_text("Camden")
    expect(page.locator("#data-side tr.sel th")).to_contain_text("Camden")
    expect(page.locator("#trend-heading h2")).to_contain_text("Camden")
    expect(page.locator("#map .chosen")).to_have_count(2)
    expect(page.locator(f"#ranking [data-code={CAMDEN}]")).to_have_attribute("aria-current", "true")
    expect(page.locator("h1")).to_contain_text("Camden")


def test_the_map_has_33_shapes_and_every_borough_a_colour(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    expect(page.locator("#map .area")).to_have_count(33)
    expect(page.locator("#map .area.na")).to_have_count(1)  # the City of London
    assert len(set(fills(page))) >= 5


@SIZES
def test_changing_the_measure_repaints_the_map_and_changes_headline_address_and_title(
    site: str, visit: Go, size: tuple[int, int]
) -> None:
    page = visit(f"{site}/crime-map?form=map", size).page
    before = (fills(page), page.locator("h1").inner_text(), page.title())
    choose(page, "measure", "robbery")
    until(page, "old => document.querySelector('h1').textContent !== old", arg=before[1])
    after = (fills(page), page.locator("h1").inner_text(), page.title())
    assert all(a != b for a, b in zip(before, after, strict=True))
    assert params(page)["measure"] == "robbery"
    expect(page.locator("#announcement")).to_have_text(after[1])


def test_the_period_and_the_way_to_show_change_the_view(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    choose(page, "span", "quarter")
    choose(page, "to", "2017-06")
    expect(page.locator("#figure-heading")).to_contain_text("Apr–Jun 2017")
    choose(page, "show", "change")
    assert page.locator("#map .d1, #map .d2, #map .d3, #map .d4, #map .d5, #map .d6, #map .d7").count() > 32
    expect(page.locator("#ranking-side h2")).to_have_text("Boroughs ranked by change")


def test_clicking_camden_on_the_map_selects_camden_everywhere(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    click_on_map(page, CAMDEN)
    wait_for_area(page, "camden")
    assert_camden_everywhere(page)
    page.get_by_role("link", name="Show all of London").click()
    wait_for_area(page, None)
    expect(page.locator("#map .chosen")).to_have_count(0)


@pytest.mark.parametrize(
    ("where", "size"),
    [("#ranking a", DESKTOP), ("#ranking-phone a", PHONE), ("#data-side tbody a", DESKTOP), ("#tiles a", PHONE)],
)
def test_ranking_table_and_tiles_select_too(site: str, visit: Go, where: str, size: tuple[int, int]) -> None:
    page = visit(f"{site}/crime-map?rows=all", size).page
    page.locator(f"{where}[href*='area=camden']").first.click()
    wait_for_area(page, "camden")
    assert_camden_everywhere(page)


def test_the_keyboard_moves_through_the_map_selects_and_clears(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    page.locator("#form-tiles").focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "map-keys"
    for _ in range(6):  # Barking and Dagenham, Barnet, Bexley, Brent, Bromley, Camden
        page.keyboard.press("ArrowRight")
    expect(page.locator(".tip b")).to_have_text("Camden")
    expect(page.locator("#map [aria-live]")).to_contain_text("Camden.")
    page.keyboard.press("Enter")
    wait_for_area(page, "camden")
    assert_camden_everywhere(page)
    assert page.evaluate("document.activeElement.className") == "map-keys", "the focus stays on the map"
    page.keyboard.press("Escape")
    wait_for_area(page, None)


def test_the_focus_stays_on_the_link_that_was_used(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map?rows=all").page
    for place in ("#ranking", "#data-side"):
        page.locator(f"{place} a[href*='area=barnet']").first.focus()
        page.keyboard.press("Enter")
        wait_for_area(page, "barnet")
        page.wait_for_timeout(100)
        assert "Barnet" in page.evaluate("document.activeElement.textContent"), place
        page.go_back()
        wait_for_area(page, None)


@SIZES
def test_the_link_restores_the_view_in_a_fresh_context(site: str, visit: Go, size: tuple[int, int]) -> None:
    first = visit(f"{site}/crime-map", size).page
    choose(first, "measure", "burglary")
    choose(first, "to", "2017-06")
    choose(first, "show", "number")
    first.locator("#data-side tbody a").nth(2).click()
    until(first, "() => new URLSearchParams(lpp.address.canonical()).get('area')")
    again = visit(first.url, size).page
    assert shown(again) == shown(first)
    assert fills(again) == fills(first)
    assert again.locator("#measure").input_value() == "burglary"
    assert again.locator("#to").input_value() == "2017-06"
    assert again.locator("#show-number").is_checked()


def test_back_and_forward_show_each_view_again_and_the_controls_with_it(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    views = [shown(page)]
    choose(page, "measure", "robbery")
    choose(page, "show", "number")
    click_on_map(page, CAMDEN)
    wait_for_area(page, "camden")
    page.evaluate("window.stillTheSamePage = true")
    page.go_back()
    wait_for_area(page, None)
    assert page.locator("#show-number").is_checked()
    page.go_back()
    until(page, "() => document.getElementById('show-rate').checked")
    assert page.locator("#measure").input_value() == "robbery"
    page.go_back()
    until(page, "() => document.getElementById('measure').value !== 'robbery'")
    assert shown(page) == views[0]
    for _ in range(3):
        page.go_forward()
    wait_for_area(page, "camden")
    assert_camden_everywhere(page)
    assert page.locator("#measure").input_value() == "robbery"
    assert page.evaluate("window.stillTheSamePage"), "Back and Forward do not load the page anew"


@SIZES
def test_a_bad_parameter_gives_the_nearest_view_and_says_so(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}/crime-map?measure=witchcraft&to=1666-09&area=atlantis&utm_source=x", size).page
    banner = page.locator("#corrections")
    for word in ("witchcraft", "September 1666", "atlantis"):
        expect(banner).to_contain_text(word)
    choose(page, "show", "number")
    expect(banner).to_be_empty()


def test_what_an_address_says_is_never_markup(site: str, visit: Go) -> None:
    seen = visit(f"{site}/crime-map?measure=%3Cimg+src%3Dx+onerror%3Dalert(1)%3E")
    expect(seen.page.locator("#corrections")).to_contain_text("<img src=x onerror=alert(1)>")
    assert seen.page.locator("#corrections img").count() == 0
    assert not seen.errors


@pytest.mark.parametrize("show", ["rate", "number", "change"])
def test_the_csv_holds_what_the_table_shows_value_for_value(site: str, visit: Go, show: str) -> None:
    page = visit(f"{site}/crime-map?measure=burglary&to=2017-06&show={show}&rows=all").page
    rows = page.eval_on_selector_all(
        "#data-side tbody tr", "rows => rows.map(r => [...r.querySelectorAll('th, td')].map(c => c.textContent))"
    )
    link = page.get_by_role("link", name="Download CSV").get_attribute("href") or ""
    with urlopen(site + link) as answer:
        assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
        assert re.search(r'filename="[a-z0-9-]+\.csv"', answer.headers["Content-Disposition"])
        lines = answer.read().decode("utf-8-sig").splitlines()
    assert_same(rows, list(csv.DictReader(io.StringIO("\n".join(table_lines(lines))))))


def table_lines(lines: list[str]) -> list[str]:
    """The file from its column heads on."""
    start = next(i for i, line in enumerate(lines) if line.startswith("area_code,"))
    return lines[start:]


def assert_same(rows: list[list[str]], records: list[dict[str, str]]) -> None:
    by_name = {record["area_name"]: record for record in records}
    assert len(rows) == 33
    for _, name, offences, before, change, percent, rate, residents in rows:
        record = by_name[name.removesuffix(", selected")]
        assert int(record["offences"]) == number(offences)
        assert int(record["offences_previous_period"]) == number(before)
        assert int(record["change"]) == number(change)
        assert round(float(record["change_pct"]), 1) == pytest.approx(number(percent), abs=0.051)
        assert float(record["rate_per_1000"]) == pytest.approx(number(rate), abs=0.051)
        assert int(float(record["residents"])) == number(residents)


def number(words: str) -> float:
    return float(words.replace(",", "").replace("−", "-").replace("+", "").replace("%", ""))


@SIZES
@pytest.mark.parametrize(
    "query", ["?measure=robbery&area=camden&form=tiles&rows=all", "?show=change&area=westminster"]
)
def test_axe_finds_no_violation(site: str, visit: Go, size: tuple[int, int], query: str) -> None:
    page = visit(f"{site}/crime-map{query}", size).page
    open_controls(page)
    no_violations(page)


@SIZES
def test_no_third_party_is_asked_and_the_console_stays_silent(site: str, visit: Go, size: tuple[int, int]) -> None:
    seen = visit(f"{site}/crime-map", size)
    choose(seen.page, "measure", "robbery")
    seen.page.locator("#data-side tbody a").first.click()
    until(seen.page, "() => new URLSearchParams(lpp.address.canonical()).has('area')")  # its answer writes the chart
    chart = seen.page.locator("#trend-chart .plot:visible")
    chart.focus()
    seen.page.keyboard.press("End")
    expect(seen.page.locator("#plot-says")).to_contain_text("provisional")
    seen.page.keyboard.press("ArrowLeft")
    expect(seen.page.locator(".tip")).to_contain_text("recorded offence")
    assert seen.hosts == {urlsplit(site).netloc}
    assert not seen.errors
    assert not seen.answers


@SIZES
def test_nothing_is_wider_than_the_screen(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}/crime-map?measure=aggravated-public-fear", size).page
    open_controls(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= size[0]
    page.set_viewport_size({"width": 320, "height": 700})
    open_controls(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


def test_tiles_stand_for_the_map_on_a_phone_unless_the_reader_chose(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map", PHONE).page
    expect(page.locator("#tiles svg")).to_be_visible()
    expect(page.locator("#map")).to_be_hidden()
    assert page.locator("#form-tiles").is_checked()
    choose(page, "form", "map")
    expect(page.locator("#map")).to_be_visible()
    expect(page.locator("#tiles")).to_be_hidden()


def test_the_arrow_of_the_order_stands_beside_its_word_on_a_phone(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map?show=change", PHONE).page
    heights = page.locator("#data-side thead .sort:visible").evaluate_all("all => all.map(each => each.offsetHeight)")
    assert len(set(heights)) == 1 and heights[0] < 30


def test_the_menu_of_a_phone_opens_by_keyboard(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map", PHONE).page
    menu = page.get_by_role("button", name="Menu")
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("link", name="Crime map")).to_be_visible()


def test_the_image_and_the_link_can_be_taken_away(site: str, visit: Go) -> None:
    may = ["clipboard-read", "clipboard-write"]
    page = visit(f"{site}/crime-map?measure=robbery", accept_downloads=True, permissions=may).page
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Download image").click()
    assert re.fullmatch(r"robbery-rate-12m-\d{4}-\d{2}\.png", waiting.value.suggested_filename)
    assert Path(waiting.value.path()).read_bytes()[:4] == b"\x89PNG"
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("#done-says")).to_have_text("Link copied")
    assert page.evaluate("navigator.clipboard.readText()").startswith(f"{site}/crime-map?measure=robbery&span=12m&to=")


def test_a_failed_answer_says_so_and_offers_another_try(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    page.route("**/_dash-update-component*", lambda route: route.fulfill(status=500, body="Traceback"))
    page.select_option("#measure", "robbery")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    expect(page.locator("body")).to_contain_text("These figures did not load")
    expect(page.locator("body")).not_to_contain_text("Traceback")
    page.unroute("**/_dash-update-component*")
    again.click()
    ready(page)
    expect(page.locator("h1")).to_contain_text("robbery")


def test_a_slow_answer_keeps_the_old_figures_and_says_that_it_loads(site: str, visit: Go) -> None:
    page = visit(f"{site}/crime-map").page
    page.evaluate("""() => { const quick = window.fetch;
        window.fetch = (...what) => new Promise(done => setTimeout(done, 1500)).then(() => quick(...what)); }""")
    height = page.evaluate("document.documentElement.scrollHeight")
    headline = page.locator("h1").inner_text()
    page.select_option("#measure", "robbery")
    expect(page.locator("#loading-says")).to_have_text("Loading figures…", timeout=3000)
    assert page.locator("h1").inner_text() == headline
    assert page.evaluate("document.documentElement.scrollHeight") == height
    until(page, "() => lpp.address.canonical().includes('robbery')")
    expect(page.locator("#loading-says")).to_be_empty()


@SIZES
def test_without_javascript_the_page_is_whole_and_works(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}/crime-map", size, scripts=False).page
    page.locator("#measure").select_option("robbery")
    page.get_by_role("button", name="Show", exact=True).click()
    assert params(page)["measure"] == "robbery"
    expect(page.locator("h1")).to_contain_text("robbery")
    assert page.locator("#map .area").count() == 33
    page.locator("#data-side tbody a").first.click()
    assert "area" in params(page)


def test_the_demonstration_says_what_it_is_on_page_image_and_file(demonstration_site: str, visit: Go) -> None:
    page = visit(f"{demonstration_site}/crime-map").page
    expect(page.locator(".banner").first).to_have_text(
        "Demonstration data. These figures are made up to show how the site works. Do not quote them."
    )
    for kind in ("csv", "svg"):
        with urlopen(f"{demonstration_site}/crime-map.{kind}") as answer:
            assert "demonstration" in answer.headers["Content-Disposition"]
            assert "demonstration" in answer.read().decode("utf-8-sig").lower()


def test_an_address_without_a_page_is_a_404_with_a_way_on(site: str, visit: Go) -> None:
    seen = visit(f"{site}/no-such-page", scripts=False)
    assert any(answer.startswith("404") for answer in seen.answers)
    seen.page.locator("main").get_by_role("link", name="Crime map").click()
    assert seen.page.url == f"{site}/crime-map"


def test_before_the_first_edition_the_site_says_so(empty_site: str, visit: Go) -> None:
    with pytest.raises(HTTPError) as refused:
        urlopen(f"{empty_site}/crime-map")
    assert refused.value.code == 503
    expect(visit(f"{empty_site}/crime-map").page.locator("h1")).to_have_text("No figures are loaded yet")


def test_a_cold_start_answers_16_requests_at_once(serve: Callable[..., str], demonstration_editions: Path) -> None:
    address = serve(demonstration_editions, wait=False)
    wait_for_port(address)
    paths = ["/crime-map", "/_dash-layout", "/_dash-dependencies", "/livez"] * 4

    def status(path: str) -> int:
        with urlopen(address + path, timeout=30) as answer:
            return int(answer.status)

    with ThreadPoolExecutor(16) as pool:
        assert set(pool.map(status, paths)) == {200}


@pytest.mark.parametrize("path", ["/crime-map", "/crime-map.csv", "/livez", url("map/boroughs.svg")])
def test_every_answer_carries_the_security_headers(site: str, path: str) -> None:
    with urlopen(site + path) as answer:
        policy = answer.headers["Content-Security-Policy"]
        assert "script-src 'self';" in policy or "script-src" not in policy  # of an image: nothing runs
        assert policy.startswith("default-src 'none';")
        assert "unsafe-eval" not in policy
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert answer.headers["Referrer-Policy"]


def test_the_document_holds_no_script_of_its_own(site: str) -> None:
    with urlopen(f"{site}/crime-map") as answer:
        document = answer.read().decode()
    tags = re.findall(r"<script\b[^>]*>", document)
    assert [tag for tag in tags if "src=" not in tag and "application/json" not in tag] == []
    assert not re.search(r"\son[a-z]+=", re.sub(r'"[^"]*"', '""', document))


@SIZES
def test_the_chosen_boroughs_profile_is_one_step_away(site: str, visit: Go, size: tuple[int, int]) -> None:
    page = visit(f"{site}/crime-map?area=camden", size).page
    page.locator("#selected").get_by_role("link", name="Profile of Camden").click()
    expect(page.locator("h1")).to_contain_text("Camden")
    assert urlsplit(page.url).path == "/boroughs/camden"
