"""The command `eenplan`, as somebody meets it in a terminal."""

import os
import socket
import subprocess
import sys

import pytest

from eenplan.project import cli

OURS = ("EENPLAN_", "SECRET_KEY", "ALLOWED_HOSTS", "DATABASE_URL", "DEBUG", "DJANGO_SETTINGS_MODULE")


def eenplan(*arguments, **settings):
    """Run the command in a process of its own, with only these settings."""
    plain = {name: value for name, value in os.environ.items() if not name.startswith(OURS)}
    return subprocess.run(
        [sys.executable, "-m", "eenplan.project.cli", *arguments],
        env=plain | settings | {"PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"]])
def test_without_a_task_it_lists_every_task(capsys, arguments):
    assert cli.main(arguments) == 0
    shown = capsys.readouterr().out
    assert all(f"eenplan {name}" in shown for name in cli.COMMANDS)


def test_a_term_is_worked_out_without_loading_django():
    script = (
        "import sys\n"
        "from eenplan.project.cli import main\n"
        "try: main(['termijn', '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit('django' in sys.modules or 'psycopg' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_taken_port_is_one_sentence():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = eenplan("demo", "--poort", str(port))
    assert done.returncode == 1
    assert done.stderr == f"Poort {port} is bezet: stop wat daar draait, of kies een andere poort met PORT.\n"


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({}, "SECRET_KEY"),
        ({"SECRET_KEY": "x" * 60}, "ALLOWED_HOSTS"),
        ({"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "eenplan.example"}, "EENPLAN_INRICHTING"),
        (
            {"SECRET_KEY": "x" * 60, "ALLOWED_HOSTS": "eenplan.example", "EENPLAN_INRICHTING": "gemeente.toml"},
            "EENPLAN_BSN_KEYS",
        ),
    ],
)
def test_serving_for_real_refuses_to_start_without_its_settings(settings, missing):
    done = eenplan("serve", "--poort", "0", **settings)
    assert done.returncode == 1
    assert f"De instelling {missing} " in done.stderr
    assert "Traceback" not in done.stderr


def test_a_checkout_without_settings_is_the_demo():
    assert eenplan("check").returncode == 0
