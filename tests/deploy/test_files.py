"""The files of deploy/ against the schemas of what reads them, and against one another. No engine, no cluster."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from web.shared import MOST_BYTES

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy"
DOCS = ROOT / "docs"
MANIFESTS = sorted((DEPLOY / "kubernetes").rglob("*.yaml"))
IMAGE = "london-policing-performance:1"
HARDENED = {"allowPrivilegeEscalation": False, "readOnlyRootFilesystem": True, "capabilities": {"drop": ["ALL"]}}


def documents(path: Path) -> list[dict[str, Any]]:
    return list(yaml.safe_load_all(path.read_text(encoding="utf-8")))


def tool(*words: str | Path) -> str:
    """Run one of the checkers that requirements-dev.txt brings; what it printed where it is not content."""
    beside = Path(sys.executable).parent / str(words[0])
    found = beside if beside.exists() else shutil.which(str(words[0]))
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail(f"{words[0]} is not installed; requirements-dev.txt has it")
        pytest.skip(f"{words[0]} is not installed")
    done = subprocess.run([found, *words[1:]], capture_output=True, text=True, cwd=ROOT)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_dockerfile_is_as_hadolint_wants_it() -> None:
    assert tool("hadolint", "Dockerfile") == ""


def test_compose_yaml_meets_its_schema_and_mounts_files_that_are_there() -> None:
    assert tool("check-jsonschema", "--builtin-schema", "vendor.compose-spec", DEPLOY / "compose.yaml") == ""
    services = documents(DEPLOY / "compose.yaml")[0]["services"]
    mounted = [v.split(":")[0] for v in services["nginx"]["volumes"]]
    assert len(mounted) == 4 and all((DEPLOY / path).is_file() for path in mounted)
    assert "editions:/editions:ro" in services["app"]["volumes"] and services["app"]["deploy"]["replicas"] == 2
    assert all(s["read_only"] and s["cap_drop"] == ["ALL"] for s in services.values())
    assert services["app"]["image"] == services["first"]["image"] == IMAGE


def test_the_manifests_meet_the_schemas_of_kubernetes() -> None:
    said = tool("kubernetes-validate", "--strict", "--quiet", "-k", "1.31", *MANIFESTS)
    assert said == "", said


def test_every_pod_runs_unprivileged_on_a_root_that_is_read_only() -> None:
    seen = 0
    for path in MANIFESTS:
        for each in documents(path):
            spec = _pod(each)
            if spec is None:
                continue
            assert spec["securityContext"]["runAsNonRoot"] and not spec["automountServiceAccountToken"]
            for container in [*spec["containers"], *spec.get("initContainers", [])]:
                seen += 1
                assert container["image"] == IMAGE and container["securityContext"] == HARDENED, path
                assert container["resources"]["limits"]["memory"]
    assert seen == 5


@pytest.mark.parametrize("name", ["deployment.yaml", "pulling/deployment.yaml"])
def test_the_site_is_asked_whether_it_lives_and_is_ready_and_cannot_write_editions(name: str) -> None:
    spec = _pod(documents(DEPLOY / "kubernetes" / name)[0])
    assert spec is not None
    (site,) = spec["containers"]
    assert site["livenessProbe"]["httpGet"]["path"] == "/livez"
    assert site["readinessProbe"]["httpGet"]["path"] == "/readyz"
    assert {"name": "editions", "mountPath": "/editions", "readOnly": True} in site["volumeMounts"]


def test_what_belongs_together_has_the_same_labels() -> None:
    every = {(d["kind"], d["metadata"]["name"]): d for path in MANIFESTS for d in documents(path)}
    site = {"app": "lpp", "part": "site"}
    assert every["Deployment", "site"]["spec"]["template"]["metadata"]["labels"] == site
    assert every["Service", "site"]["spec"]["selector"] == site
    for kind in ("PodDisruptionBudget", "NetworkPolicy"):
        spec = every[kind, "site"]["spec"]
        assert (spec.get("selector") or spec["podSelector"])["matchLabels"] == site


def test_units_are_what_systemd_understands(tmp_path: Path) -> None:
    analyze = shutil.which("systemd-analyze")
    if analyze is None:
        pytest.skip("there is no systemd here")
    for source in (DEPLOY / "systemd").iterdir():
        text = source.read_text(encoding="utf-8").replace("/opt/lpp/.venv/bin/gunicorn", "/bin/true")
        (tmp_path / source.name).write_text(text.replace("/opt/lpp/.venv/bin/python", "/bin/true"), encoding="utf-8")
    done = subprocess.run([analyze, "verify", "--man=no", *tmp_path.iterdir()], capture_output=True, text=True)
    ours = [line for line in done.stderr.splitlines() if "lpp" in line and "is not executable" not in line]
    assert ours == []
    for unit in ("lpp.service", "lpp-load.service"):
        command = [analyze, "security", "--offline=true", "--threshold=20", "--no-pager", tmp_path / unit]
        assert subprocess.run(command, capture_output=True).returncode == 0, f"{unit} leaves more open than 2.0 of 10"


def test_systemd_listens_where_nginx_asks_and_holds_the_port_for_the_site() -> None:
    listens, service, asks = (
        (DEPLOY / name).read_text(encoding="utf-8")
        for name in ("systemd/lpp.socket", "systemd/lpp.service", "nginx-upstream.conf")
    )
    (address,) = re.findall(r"^ListenStream=(.+)$", listens, re.MULTILINE)
    assert f"server {address} " in asks and "HOST={} PORT={} ".format(*address.split(":")) in service
    assert re.search(r"^Requires=lpp.socket$", service, re.MULTILINE)


def test_every_command_that_deploy_names_is_one_of_the_loader() -> None:
    from etl.__main__ import app

    known = {command.name for command in app.registered_commands}
    texts = [path.read_text(encoding="utf-8") for path in [*DEPLOY.rglob("*"), *_pages()] if path.is_file()]
    named = set(re.findall(r"python -m etl (\w+)", "\n".join(texts)))
    named |= set(re.findall(r"python, -m, etl, (\w+)", "\n".join(texts)))
    assert {"fetch", "load", "pull"} <= named <= known


def test_an_upgrade_builds_what_the_guide_and_the_image_build() -> None:
    guide, operations, dockerfile = (path.read_text(encoding="utf-8") for path in _pages())
    built = re.findall(r"^    \.venv/bin/python -m (?:pip|scripts|compileall).+$", guide, re.MULTILINE)
    assert len(built) == 3 and "\n".join(built) in operations
    assert "--require-hashes --no-deps -r requirements.lock" in built[0]
    copied = set(re.findall(r"^COPY (\w+) \1$", dockerfile, re.MULTILINE))
    code = {name for name in copied if any((ROOT / name).rglob("*.py"))}
    assert {"app.py", *code} == set(built[2].split("-q ")[1].split())


def test_the_folders_that_nginx_needs_are_made_before_it_is_asked() -> None:
    """nginx makes its cache's own folder, but not the one that it lies in, which Debian has not got."""
    (cache,) = re.findall(r"^proxy_cache_path (\S+)", (DEPLOY / "nginx.conf").read_text(encoding="utf-8"), re.MULTILINE)
    made, asked, _ = (DOCS / "deploy.md").read_text(encoding="utf-8").partition("nginx -t")
    assert (
        asked and str(Path(cache).parent) in " ".join(re.findall(r"^    install -d (.+)$", made, re.MULTILINE)).split()
    )


def test_there_is_room_in_memory_for_shared_answers_and_figures() -> None:
    """A worker that finds no room for its figures is ended by the kernel."""
    least = 2 * MOST_BYTES + (64 << 20)
    app = documents(DEPLOY / "compose.yaml")[0]["services"]["app"]
    assert int(app["shm_size"].removesuffix("m")) << 20 >= least
    for name in ("deployment.yaml", "pulling/deployment.yaml"):
        spec = _pod(documents(DEPLOY / "kubernetes" / name)[0])
        assert spec is not None
        mounted = [m["name"] for m in spec["containers"][0]["volumeMounts"] if m["mountPath"] == "/dev/shm"]
        (memory,) = (volume["emptyDir"] for volume in spec["volumes"] if volume["name"] in mounted)
        assert memory["medium"] == "Memory" and int(memory["sizeLimit"].removesuffix("Mi")) << 20 >= least


def _pages() -> list[Path]:
    return [DOCS / "deploy.md", DOCS / "operations.md", ROOT / "Dockerfile"]


def _pod(manifest: dict[str, Any]) -> dict[str, Any] | None:
    spec = manifest.get("spec", {})
    template = spec.get("template") or spec.get("jobTemplate", {}).get("spec", {}).get("template") or {}
    return template.get("spec")
