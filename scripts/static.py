"""`python -m scripts.static`: compress the static files as small as can be, before the site is served."""

from __future__ import annotations

from app import app
from web.static_files import BEST, BUILT, compress


def main() -> None:
    """Write each file's compressed forms to build/static; those of an earlier build go."""
    BUILT.mkdir(parents=True, exist_ok=True)
    kept = set()
    for file in app.static_files.by_name.values():
        if not file.encoded:
            continue
        for coding, content in compress(file.content, quality=BEST).items():
            kept.add(f"{file.name}.{coding}")
            (BUILT / f"{file.name}.{coding}").write_bytes(content)
    for old in BUILT.iterdir():
        if old.name not in kept:
            old.unlink()


if __name__ == "__main__":
    main()
