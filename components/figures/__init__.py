"""Pure functions from a frame to a figure: SVG markup made on the server."""
