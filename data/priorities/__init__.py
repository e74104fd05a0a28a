"""Local priorities: which crimes each borough chose, and what the figures say of them."""
