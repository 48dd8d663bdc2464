"""Sessions of onnxruntime, all made alike: on the processor, deterministic, in as many threads as torch draws with."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from taureau.threads import DRAWING_THREADS

if TYPE_CHECKING:
    import onnxruntime

_SILENT = 4  # onnxruntime's level of log at which it writes nothing: its errors are raised


def onnx_session(graph: bytes | str, *, threads: int = DRAWING_THREADS) -> onnxruntime.InferenceSession:
    """Return a session for an ONNX file or its content; raises one of onnxruntime's errors.

    No library of other operators is registered: a file can name none but onnxruntime's own.
    """
    # Its import would already write an identifier of the machine into the user's cache; older ones know the call alone.
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    options = onnxruntime.SessionOptions()
    options.log_severity_level = _SILENT
    options.use_deterministic_compute = True
    options.enable_cpu_mem_arena = False  # it would keep the memory of the largest photo
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")  # idle threads sleep, as torch's do
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
