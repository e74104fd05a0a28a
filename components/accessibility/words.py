"""What the statement says. Every sentence is about this site as it is: change it when the site or its tests change."""

from __future__ import annotations

from dataclasses import dataclass

GUIDELINES = "https://www.w3.org/TR/WCAG22/"
ADVICE = "https://www.equalityadvisoryservice.com/"
LAST_BY_HAND = "27 November 2026"

HEADLINE = "This site is made to meet WCAG 2.2 at level AA, and every change to it is tested against that."
LEAD = (
    "Every page works with a keyboard and on a screen 320 pixels wide, and says in words what its figures show. We "
    "know of no failure of the standard; the parts where a reader may still have a harder time are listed below."
)


@dataclass(frozen=True)
class Short:
    """What a reader may stumble over, why it is so, and what to use instead."""

    what: str
    why: str
    instead: str


USES = (
    "Reach and use everything with the keyboard alone, and see where you are.",
    "Skip the header, and skip from large figures to the table that holds the same numbers.",
    "Have each figure read aloud as one sentence, and its numbers as a table with named rows and columns.",
    "Zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways. Only wide tables scroll, each in a box "
    "of its own.",
    "Set your own spacing of text, your own colours, or reduced motion.",
    "Use the site without JavaScript: each choice is a form, and each view has an address of its own.",
    "Understand every figure without colour: shape, place, words and numbers say the same.",
)
SHORT_LEAD = "We know of no failure of level AA. In these parts a reader may still have a harder time."
SHORT = (
    Short(
        "Maps are drawn as shapes, and small boroughs are small",
        "A borough’s shape cannot be larger than it is. One press of Tab reaches a map and the arrow keys go from "
        "borough to borough, which some screen readers allow only after they are told to pass keys on.",
        "every map has a ranking, a table or both, with the same choice and the same numbers.",
    ),
    Short(
        "Neighbouring colours on a map are close to each other",
        "Five or seven steps of one scale cannot each differ from the next by a contrast of 3 to 1.",
        "the key gives the range and the number of areas of each colour; ranking and table give each value.",
    ),
    Short(
        "Small charts of a borough’s priorities have no table beside them",
        "They show 36 months in the room of a sentence. The figures that they end in stand beside them in words.",
        "the link in the heading of each leads to the same series on the Trends page, which has the table.",
    ),
    Short(
        "Some tables are wider than a phone",
        "Figures are compared side by side. Such a table scrolls in its own box, which the keyboard can reach.",
        "the download of the same view (CSV) opens in any spreadsheet.",
    ),
    Short(
        "A picture that is saved has no table in it",
        "Its title, period and source are drawn in it, but its numbers cannot be read aloud.",
        "take the CSV of the same view, or send the link to the view.",
    ),
)
BY_PROGRAM = (
    "axe reads every page with its rules for WCAG 2.0, 2.1 and 2.2, levels A and AA, and its best practices, at the "
    "width of a desk and of a phone, with folded parts open. It measures contrast at the desk, on the first rows and "
    "items of tables and lists.",
    "A test of our own asks of every page: one main heading and no level left out, landmarks, a name for each figure, "
    "captions and heads of tables, links that could be confused, boxes that scroll, a visible ring of focus, and "
    "nothing cut or wider than the screen, also at 320 pixels and with the text spacing of criterion 1.4.12.",
    "The tests of single pages go through them with the keyboard alone, without JavaScript and on paper.",
    "A change that fails any of these is not accepted.",
)
BY_HAND = (
    "Every page with the keyboard alone: order, visible focus, nothing that traps or covers it.",
    "The pages with the most figures with forced colours, by eye.",
    "What a screen reader is told (the browser’s accessibility tree) of the crime map, the trends, satisfaction, and "
    "stop and search.",
)
NOT_DONE = (
    "Nobody who relies on assistive technology has tested this site yet.",
    "It has not been heard in a screen reader, and not been tried by hand in browsers other than Chromium.",
    "Nobody from outside has audited it.",
)
STATUS = "The site is made to meet it. What is said here rests on our own tests, not on an audit by others."
LAW = (
    "The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask public "
    "bodies for accessible websites; the Equality and Human Rights Commission enforces them in England."
)
NO_CONTACT = (
    "No address to write to has been set for this copy of the site. Please tell whoever gave you its address; whoever "
    "runs the site can name a contact here."
)
WHAT_TO_SAY = (
    "Say which page it was (Copy link gives its exact address), what you tried to do, and what you use to read it."
)
OTHER_FORM = "Ask in the same way for figures in another form."
