# The site and its loader in one image: `docker build -t london-policing-performance .`
# The base is pinned by tag, so that security updates of it come with a new build; to pin by digest as well, write
# python:3.11-slim-bookworm@sha256:… in both stages.

FROM python:3.11-slim-bookworm AS build
ENV PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1 PYTHONDONTWRITEBYTECODE=1
RUN python -m venv /venv
# Everything by version and hash; the lock is the whole closure, so that nothing else is looked for.
COPY requirements.lock /tmp/requirements.lock
RUN /venv/bin/python -m pip install --only-binary :all: --require-hashes --no-deps -r /tmp/requirements.lock
WORKDIR /app
COPY LICENSE DATA-LICENCE.md CHANGELOG.md app.py gunicorn.conf.py ./
COPY api api
COPY assets assets
COPY components components
COPY data data
COPY docs/reading-the-file.md docs/
COPY etl etl
COPY geo geo
COPY pages pages
COPY scripts scripts
COPY web web
# The static files as small as can be, the bytecode beside the code (nothing can be written later), and no pip.
RUN /venv/bin/python -m scripts.static \
    && /venv/bin/python -m compileall -q /app /venv/lib \
    && /venv/bin/python -m pip uninstall -q -y pip setuptools

FROM python:3.11-slim-bookworm
LABEL org.opencontainers.image.title="London Policing Performance" \
      org.opencontainers.image.licenses="MIT"
RUN groupadd --gid 10001 lpp \
    && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin lpp \
    && install -d -o 10001 -g 10001 /editions /raw /pushed /tmp/lpp \
    && python -m pip uninstall -q -y pip setuptools wheel
COPY --from=build /venv /venv
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    LPP_EDITIONS=/editions \
    HOST=0.0.0.0 \
    PORT=8050
# By number: Kubernetes can then see that it is not root.
USER 10001:10001
EXPOSE 8050
VOLUME ["/editions", "/raw"]
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import os, urllib.request as r; r.urlopen(f\"http://127.0.0.1:{os.environ['PORT']}/livez\", timeout=4)"]
CMD ["gunicorn", "--config", "gunicorn.conf.py", "--no-control-socket", "app:server"]
