"""What can stop the printing."""


class CannotPrint(Exception):
    """Nothing was printed, or not this briefing; the message says what to do."""
