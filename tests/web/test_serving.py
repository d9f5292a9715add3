"""The real command, as a process of its own, and a real browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import urlopen

import pytest

pytestmark = pytest.mark.slow

DEADLINE_SECONDS = 30
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def start(*arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "glossary", "serve", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "glossary", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False)


@pytest.fixture
def server(built_base: Path) -> Iterator[str]:
    """Start the command on a free port; give its address, which it prints once it listens."""
    process = start("--port", "0", "--db", str(built_base))
    assert process.stderr is not None
    try:
        yield process.stderr.readline().split()[2].rstrip("/")
    finally:
        process.terminate()
        process.communicate(timeout=DEADLINE_SECONDS)


def fetch(address: str) -> bytes:
    with urlopen(address, timeout=DEADLINE_SECONDS) as response:
        body: bytes = response.read()
        return body


def test_the_command_serves_the_lookup(server):
    answer = json.loads(fetch(f"{server}/api/v1/lookup?q={quote('网格员')}"))
    assert answer["hits"][0]["renderings"][0]["text"] == "grid worker"


def test_the_command_serves_what_export_writes(server, built_base):
    written = run("export", "tbx", "--db", str(built_base)).stdout
    assert fetch(f"{server}/api/v1/export/tbx").decode() == written


def test_a_query_of_ten_thousand_characters_is_a_bad_request(server):
    with pytest.raises(HTTPError) as refused:
        fetch(f"{server}/api/v1/lookup?q={quote('网' * 10_000)}")
    assert "10000 characters" in json.load(refused.value)["detail"]


def test_ctrl_c_ends_the_command_well(built_base):
    process = start("--port", "0", "--db", str(built_base))
    assert process.stderr is not None
    address = process.stderr.readline().split()[2]
    fetch(f"{address}healthz")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=DEADLINE_SECONDS)
    assert (process.returncode, out, err) == (0, "", "")


def test_a_port_in_use_ends_the_command_without_a_traceback(server, built_base):
    port = server.rpartition(":")[2]
    done = run("serve", "--port", port, "--db", str(built_base))
    assert done.returncode == 2
    assert done.stderr == (
        f"error: cannot listen on 127.0.0.1 port {port}: another program listens there; "
        "choose another --port, or --port 0 for a free one\n"
    )


def test_a_missing_base_ends_the_command_before_it_listens(tmp_path):
    done = run("serve", "--port", "0", "--db", str(tmp_path / "none.db"))
    assert done.returncode == 2
    assert "there is no such termbase" in done.stderr
    assert "Traceback" not in done.stderr


def test_no_other_verb_waits_for_the_web_server():
    code = "import sys, glossary.cli.app; print({'uvicorn', 'fastapi', 'jinja2'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "set()\n"


def require_browser() -> str:
    """Return the path of a browser; without one the test is skipped, but not where CI promises one."""
    found = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    try:
        import playwright.sync_api  # noqa: F401
    except ImportError:
        found = None
    if found is None:
        missing = "playwright (pip) and chromium (apt) are needed to test the page in a browser"
        if os.environ.get("CI") == "true":
            pytest.fail(missing)
        pytest.skip(missing)
    return found


@pytest.fixture
def page(server: str):
    """Give a page of a phone's width in a browser that may not run scripts."""
    executable = require_browser()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        context = browser.new_context(
            base_url=server, viewport={"width": 360, "height": 740}, java_script_enabled=False
        )
        yield context.new_page()
        browser.close()


def test_a_person_types_a_query_and_reads_the_rendering(page):
    page.goto("/")
    page.wait_for_function("document.activeElement.name === 'q'")  # the box takes what is typed at once
    page.keyboard.type("wang ge yuan")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="网格员 wǎng gé yuán", exact=True).wait_for()
    assert page.get_by_role("article").get_by_text("grid worker", exact=True).first.is_visible()
    assert page.url.endswith("/?q=wang+ge+yuan")


def test_a_person_follows_see_also_and_comes_back(page):
    page.goto(f"/?q={quote('网格员')}")
    page.get_by_role("link", name="网格员之家").click()
    page.get_by_role("heading", name="Entries for 网格员之家").wait_for()
    page.go_back()
    assert page.get_by_label("Look up a term").input_value() == "网格员"


def test_a_download_reaches_the_person_under_its_name(page):
    page.goto("/")
    with page.expect_download() as download:
        page.get_by_role("link", name="tbx", exact=True).click()
    assert download.value.suggested_filename == "glossary.tbx"


def test_the_page_fits_a_phone_and_asks_nobody_else(page, server):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"/?q={quote('网格员')}")
    widest = max(
        box["x"] + box["width"] for box in (one.bounding_box() for one in page.locator("body *").all()) if box
    )
    assert widest <= 360
    assert asked
    assert all(url.startswith(server) for url in asked)
