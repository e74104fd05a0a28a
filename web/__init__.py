"""How the application is served: its static files, compression, caching, headers and health. No page, no figure."""
