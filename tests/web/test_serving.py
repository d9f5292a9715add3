"""The real command, as a process of its own, and a real browser."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

import pytest

pytestmark = pytest.mark.slow

DEADLINE_SECONDS = 30
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")


def start(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "glossary", "serve", *arguments]
    return subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=os.environ | environment
    )


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "glossary", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=DEADLINE_SECONDS, check=False)


@contextmanager
def serving(*arguments: str, **environment: str) -> Iterator[tuple[str, list[str]]]:
    """Start the command on a free port; give its address, which it prints first, and what else it says."""
    process = start("--port", "0", *arguments, **environment)
    said: list[str] = []
    assert process.stderr is not None
    try:
        yield process.stderr.readline().split()[2].rstrip("/"), said
    finally:
        process.terminate()
        process.wait(timeout=DEADLINE_SECONDS)
        said += process.stderr.read().splitlines()  # communicate() would pass over what is buffered already
        process.communicate()


@pytest.fixture
def server(own_base: Path) -> Iterator[str]:
    with serving("--db", str(own_base), GLOSSARY_USER="server") as (address, _):
        yield address


def fetch(address: str) -> bytes:
    with urlopen(address, timeout=DEADLINE_SECONDS) as response:
        body: bytes = response.read()
        return body


def send(method: str, address: str, body: object, **headers: str) -> tuple[int, dict]:
    """Send JSON; return the status and the answer, be it a problem."""
    request = Request(address, json.dumps(body).encode(), method=method)
    request.add_header("Content-Type", "application/json")
    for name, value in headers.items():
        request.add_header(name.replace("_", "-"), value)
    try:
        with urlopen(request, timeout=DEADLINE_SECONDS) as response:
            return response.status, json.load(response)
    except HTTPError as refused:
        with refused:
            return refused.code, json.load(refused)


def test_two_clients_edit_one_concept_and_the_second_is_told(server):
    address = f"{server}/api/v1/concepts/caaaaaaa"
    tag = f'"{json.loads(fetch(address))["version"]}"'
    first, _ = send("PATCH", address, {"scope": "Sanya"}, If_Match=tag, X_Glossary_User="Li")
    second, told = send("PATCH", address, {"scope": "Haikou"}, If_Match=tag, X_Glossary_User="Han")
    assert (first, second) == (200, 412)
    assert (told["current"]["scope"], told["yours"]["scope"]) == ("Sanya", "Haikou")


def test_of_many_who_write_at_once_nobody_is_lost(server):
    address = f"{server}/api/v1/concepts/caaaaaaa/renderings"
    texts = [f"grid keeper {number}" for number in range(20)]

    def add(text: str) -> None:
        while send("POST", address, {"text": text}, X_Glossary_User=text.replace(" ", "-"))[0] == 503:
            pass  # what Retry-After asks for, without the wait

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add, texts))
    kept = json.loads(fetch(f"{server}/api/v1/concepts/caaaaaaa"))["renderings"]
    assert set(texts) <= {one["text"] for one in kept}
    changes = json.loads(fetch(f"{server}/api/v1/history"))["changes"]
    assert {one["who"] for one in changes} == {text.replace(" ", "-") for text in texts}


def test_who_started_the_server_is_on_record_where_nobody_says_who(server):
    send("POST", f"{server}/api/v1/concepts/caaaaaaa/renderings", {"text": "grid keeper"})
    assert json.loads(fetch(f"{server}/api/v1/history"))["changes"][-1]["who"] == "server"


def test_a_server_that_may_only_read_says_so_and_refuses_a_change(own_base):
    with serving("--read-only", "--db", str(own_base)) as (address, said):
        status, _ = send("POST", f"{address}/api/v1/undo", {})
    assert status == 403
    assert said == ["the base can only be read here; changes are refused"]


def test_a_server_that_everybody_reaches_says_that_everybody_may_write(own_base):
    with serving("--host", "0.0.0.0", "--db", str(own_base)) as (address, said):
        fetch(f"{address}/healthz")
    assert said == ["whoever reaches this address can change the base; --read-only forbids it"]


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [((), {}, 1), (("--no-log",), {}, 0), ((), {"GLOSSARY_LOG": "0"}, 0)],
)
def test_a_lookup_in_vain_is_counted_unless_somebody_turned_that_off(
    own_base, arguments, environment, expected
):
    with serving(*arguments, "--db", str(own_base), **environment) as (address, _):
        fetch(f"{address}/api/v1/lookup?q={quote('无此词')}")
    asked = json.loads(run("requests", "--json", "--db", str(own_base)).stdout)["requests"]
    assert len(asked) == expected


def test_the_command_serves_the_lookup(server):
    answer = json.loads(fetch(f"{server}/api/v1/lookup?q={quote('网格员')}"))
    assert answer["hits"][0]["renderings"][0]["text"] == "grid worker"


def test_the_command_serves_what_export_writes(server, own_base):
    written = run("export", "tbx", "--db", str(own_base)).stdout
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


def test_a_person_goes_from_an_answer_to_the_concept_and_its_history(page, server):
    address = f"{server}/api/v1/concepts/caaaaaaa"
    send("PATCH", address, {"scope": "Sanya"}, If_Match="*", X_Glossary_User="Li")
    page.goto(f"/?q={quote('网格员')}")
    page.get_by_role("heading", name="网格员").get_by_role("link").click()
    page.get_by_role("heading", name="网格员 wǎng gé yuán", exact=True, level=1).wait_for()
    assert page.get_by_text("Hainan").is_visible()
    page.get_by_role("link", name="History").click()
    page.get_by_role("heading", name="History", exact=True, level=1).wait_for()
    assert page.get_by_text("Li", exact=True).is_visible()


@pytest.mark.parametrize("path", [f"/?q={quote('网格员')}", "/concepts/caaaaaaa", "/history", "/requests"])
def test_the_page_fits_a_phone_and_asks_nobody_else(page, server, path):
    send("POST", f"{server}/api/v1/concepts/caaaaaaa/renderings", {"text": "w" * 60, "reason": "x" * 90})
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path)
    widest = max(
        box["x"] + box["width"] for box in (one.bounding_box() for one in page.locator("body *").all()) if box
    )
    assert widest <= 360
    assert asked
    assert all(url.startswith(server) for url in asked)
