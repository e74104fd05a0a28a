"""Run nginx from deploy/'s files, with nothing changed but where they lie, on which ports, and for which name."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

DEPLOY = Path(__file__).parents[2] / "deploy"
NAME = "police.example.org"
# What Debian's own nginx.conf says round it, as far as it matters here.
MAIN = """
daemon off;
worker_processes {processes};
pid {folder}/pid;
error_log {folder}/error.log info;
{user}
events {{ worker_connections 2048; }}
http {{
    default_type application/octet-stream;
    server_tokens on;
    sendfile on;
    tcp_nopush on;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/http.conf;
    include {folder}/server.conf;
}}
"""


@dataclass(frozen=True)
class Proxy:
    """`plain`, `secure`: ports. `secure` is 0 where the variant has no TLS."""

    folder: Path
    plain: int
    secure: int


def nginx() -> str | None:
    """Where nginx is, which a machine that only serves the site or tests it need not have."""
    return shutil.which("nginx", path="/usr/sbin:/usr/local/sbin:/usr/bin:/usr/local/bin:/opt/homebrew/bin")


def certificate(folder: Path, *, name: str = NAME) -> None:
    """A self-signed certificate for `name`: fullchain.pem and privkey.pem."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
         "-days", "60", "-subj", f"/CN={name}", "-addext", f"subjectAltName=DNS:{name}",
         "-keyout", folder / "privkey.pem", "-out", folder / "fullchain.pem"], check=True, capture_output=True,
    )  # fmt: skip


def render(folder: Path, *, site: str, tls: bool, unlimited: bool = False, processes: int = 1) -> Proxy:
    """Write the configuration to `folder` before the site at `site` (host:port).

    `unlimited`: without a limit a client, for measuring from one address what many would ask for.
    """
    plain, secure = (_free(), _free()) if tls else (_free(), 0)
    moved = {
        "/etc/nginx/lpp/": f"{folder}/", "/var/cache/nginx/lpp": f"{folder}/cache", "/var/log/nginx/": f"{folder}/",
        f"/etc/letsencrypt/live/{NAME}/": f"{folder}/", "listen 80": f"listen 127.0.0.1:{plain}",
        "listen 8080": f"listen 127.0.0.1:{plain}", "listen 443": f"listen 127.0.0.1:{secure}",
        "server 127.0.0.1:8050": f"server {site}",
        **({"rate=20r/s": "rate=1000000r/s", "lpp_readers 100": "lpp_readers 10000"} if unlimited else {}),
    }  # fmt: skip
    names = {"nginx.conf": "http.conf", "nginx-upstream.conf": "upstream.conf", "nginx-site.conf": "site.conf",
             "nginx-tls-settings.conf": "tls.conf", f"nginx-{'tls' if tls else 'plain'}.conf": "server.conf",
             }  # fmt: skip
    for source, target in names.items():
        lines = (DEPLOY / source).read_text(encoding="utf-8").splitlines()
        text = "\n".join(line for line in lines if not line.strip().startswith("listen [::]"))
        for old in sorted(moved, key=len, reverse=True):
            text = text.replace(old, moved[old])
        (folder / target).write_text(f"{text}\n", encoding="utf-8")
    user = f"user {folder.owner()};" if folder.owner() == "root" else ""
    (folder / "main.conf").write_text(MAIN.format(folder=folder, processes=processes, user=user), encoding="utf-8")
    if tls:
        certificate(folder)
    return Proxy(folder, plain, secure)


def parse(proxy: Proxy) -> str:
    """What nginx says of the configuration. Raises CalledProcessError where it does not take it."""
    command = [nginx() or "nginx", "-t", "-p", proxy.folder, "-c", proxy.folder / "main.conf"]
    return subprocess.run(command, check=True, capture_output=True, text=True).stderr


@contextmanager
def running(proxy: Proxy) -> Iterator[Proxy]:
    """nginx for as long as the block lasts."""
    command = [nginx() or "nginx", "-p", proxy.folder, "-c", proxy.folder / "main.conf"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
        try:
            _wait(proxy, process)
            yield proxy
        finally:
            process.terminate()


def _wait(proxy: Proxy, process: subprocess.Popen[bytes]) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", proxy.plain)) == 0:
                return
        if process.poll() is not None:
            raise RuntimeError((proxy.folder / "error.log").read_text(encoding="utf-8")[-2000:])
        time.sleep(0.05)
    raise TimeoutError("nginx did not start")


def _free() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
