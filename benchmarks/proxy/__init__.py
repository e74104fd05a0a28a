"""nginx with the configuration in deploy/, before the site or a stand-in: for tests and measurements."""
