"""Networks made without values: nothing is stored, and torch's compiler is not imported for it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
import torch
from taureau.perception.unfilled import unfilled
from torch import nn

SCRIPT = """
import sys
from taureau.perception import builtin_encoder, own_sentences
from taureau.perception.stroke_decoder import stroke_decoder
for network in (builtin_encoder(), own_sentences(), stroke_decoder()):
    assert not any(value.is_meta for value in network.state_dict().values())
print({"sympy", "torch._dynamo"} & set(sys.modules))
"""


@pytest.mark.parametrize("build", [lambda: nn.Linear(3, 2), lambda: nn.Embedding(5, 4, padding_idx=0)])
def test_weights_have_no_storage_until_they_are_assigned(build: Callable[[], nn.Module]) -> None:
    filled = build()
    with unfilled():
        network = build()
    assert all(value.is_meta for value in network.state_dict().values())
    network.load_state_dict(filled.state_dict(), assign=True)
    assert all(torch.equal(network.state_dict()[name], value) for name, value in filled.state_dict().items())
    assert not build().weight.is_meta


def test_the_networks_that_ship_are_filled_without_torchs_compiler() -> None:
    environment = {name: value for name, value in os.environ.items() if name != "TAUREAU_CLIP"}
    command = [sys.executable, "-c", SCRIPT]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, env=environment)
    assert (done.stdout, done.returncode) == ("set()\n", 0), done.stderr
