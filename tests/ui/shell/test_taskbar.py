"""What a desktop hears of a run, over a session bus of its own, with the bus's own monitor as the desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from tests.processes import running

SAYS = """
from PySide6.QtCore import QCoreApplication
from taureau.ui.shell.taskbar import Taskbar
application = QCoreApplication([])
bar = Taskbar()
for fraction in (0.421, 0.4249, None):
    bar.show(fraction)
"""


@pytest.mark.skipif(shutil.which("dbus-monitor") is None, reason="no session bus can be had here")
def test_a_desktop_hears_how_far_the_run_is():
    bus = ["dbus-daemon", "--session", "--nofork", "--print-address"]
    with running(bus, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as daemon:
        address = daemon.stdout.readline().strip()
        if not address:
            pytest.skip("no session bus can be had here")
        listen = ["dbus-monitor", "--address", address, "interface='com.canonical.Unity.LauncherEntry'"]
        with running(listen, stdout=subprocess.PIPE) as monitor:
            assert "signal" in monitor.stdout.readline()  # its own coming, so that it listens
            environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": address}
            subprocess.run([sys.executable, "-c", SAYS], env=environment, check=True, timeout=60)
            heard = []
            for line in monitor.stdout:
                heard.append(line)
                if "boolean false" in line:
                    break
    told = "".join(heard)
    assert told.count("member=Update") == 2  # the same percent is told once
    assert 'string "application://taureau.desktop"' in told
    assert "variant             double 0.42" in told


def test_without_a_bus_nothing_happens():
    environment = {name: value for name, value in os.environ.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    environment["XDG_RUNTIME_DIR"] = os.devnull
    says = [sys.executable, "-c", SAYS]
    done = subprocess.run(says, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
