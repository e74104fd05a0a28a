"""What the statement says. Every sentence is about this site as it is: change it when the site or its tests change."""

from __future__ import annotations

from dataclasses import dataclass

GUIDELINES = "https://www.w3.org/TR/WCAG22/"
ADVICE = "https://www.equalityadvisoryservice.com/"
LAST_BY_HAND = "27 November 2026"


@dataclass(frozen=True)
class Short:
    """What a reader may stumble over, why it is so, and what to use instead."""

    what: str
    why: str
    instead: str


USES = (
    "Reach and use everything with the keyboard alone, and see where you are.",
    "Skip the header, and skip from figures to the table that holds the same numbers.",
    "Have every figure read aloud as one sentence, and its numbers as a table with named rows and columns.",
    "Zoom to 400%, or use a screen 320 pixels wide, without scrolling sideways. Wide tables scroll in their own boxes.",
    "Set your own spacing of text, high-contrast colours or reduced motion.",
    "Use the site without JavaScript: each choice is a form, and each view has an address of its own.",
    "Understand every figure without colour: shape, place, words and numbers say the same.",
)
SHORT_LEAD = "No failure of level AA is known. These are the parts where a reader may still have a harder time."
SHORT = (
    Short(
        "Maps are drawn as shapes, and small boroughs are small",
        "A borough’s shape cannot be larger than it is. One press of Tab reaches the map, and the arrow keys go "
        "from borough to borough, which some screen readers allow only after they are told to pass keys on.",
        "every map has a ranking or a table beside or below it with the same choice and the same numbers.",
    ),
    Short(
        "Neighbouring colours on a map are close to each other",
        "Five to seven steps of one scale cannot all differ by a contrast of 3 to 1 from the next.",
        "the key gives the range and the number of areas of each colour, and ranking and table give each value.",
    ),
    Short(
        "Some tables are wider than a phone",
        "Comparing figures needs them side by side. Such a table scrolls in its own box, which the keyboard can reach.",
        "the download of the same view (CSV) opens in any spreadsheet.",
    ),
    Short(
        "A picture that is saved has no text with it",
        "The image formats offered carry no table. The picture’s title, period and source are drawn in it.",
        "take the CSV of the same view, or send the link to the view.",
    ),
)
BY_PROGRAM = (
    "axe, with its rules for WCAG 2.0, 2.1 and 2.2 at levels A and AA and its best practices, reads every page at the "
    "width of a desk and of a phone, with folded parts open.",
    "A test of our own reads every page for its headings, landmarks, names of figures, captions and heads of tables, "
    "links that could be confused, boxes that scroll, and anything wider than the screen, down to 320 pixels and with "
    "the text spacing of WCAG 1.4.12.",
    "The tests of single pages go through them with the keyboard alone, without JavaScript and on paper.",
    "A change that fails any of these is not accepted.",
)
BY_HAND = (
    "Every page with the keyboard alone, in Chromium: order, visible focus, nothing that traps or covers it.",
    "Every page at 320 pixels, at twice the size of text, with forced colours and with reduced motion, by eye.",
    "What a screen reader is told (the browser’s accessibility tree) of the pages with the most figures.",
)
NOT_DONE = (
    "Nobody who relies on assistive technology has tested this site yet.",
    "It has not been read aloud with a screen reader by hand, and not tried by hand in browsers other than Chromium.",
    "Nobody from outside has audited it.",
)
STATUS = (
    "The site is made to meet it. What is said here rests on our own tests, not on an audit by others."
)
LAW = (
    "The Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018 ask this of "
    "public bodies; the Equality and Human Rights Commission enforces them in England."
)
NO_CONTACT = (
    "No address to write to has been set for this copy of the site. Please tell whoever gave you its address; whoever "
    "runs the site can name a contact here."
)
WHAT_TO_SAY = (
    "Say which page it was (Copy link gives its exact address), what you tried to do, and the browser and aids you use."
)
OTHER_FORM = "Ask in the same way for figures in another form."
HEADLINE = "This site is made to meet WCAG 2.2 at level AA, and every change to it is tested against that."


def headline_lead() -> str:
    return (
        "Every page works with a keyboard, at any zoom and with a screen reader’s table commands. No failure of the "
        "standard is known; where a reader may have a harder time is listed below."
    )
