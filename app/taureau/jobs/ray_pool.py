"""Workers of a Ray cluster that draw: https://docs.ray.io, the optional dependency `farm`.

Ray chooses where a task is drawn, and gives it to another worker once where its own, or the machine, is lost. Photos
are sent as the bytes of their files, so no folder has to be shared; the drawings come back the same way.
"""

from __future__ import annotations

import contextlib
import logging
import os
import signal
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Self

from taureau.api import never
from taureau.extras import how_to_add
from taureau.jobs.pool import PoolError
from taureau.jobs.task import ATTEMPTS, WORKER_MEMORY, Outcome, Task, Work, carry_out, lost, usual_workers
from taureau.threads import thread_environment
from taureau.version import VERSION

if TYPE_CHECKING:
    import ray

LOCAL, AUTO = "local", "auto"
_QUEUED = 1  # tasks that wait for each that is drawn, so that no worker waits for the network
_STORE = 128 << 20  # bytes, of photos and drawings on their way, where Ray is started here
_ANSWERS = 5.0  # s for a cluster to answer at its address
_LOOPBACK = ("localhost", "127.0.0.1", "::1")


class RayPool:
    """Draws tasks on the workers of a cluster; raises PoolError where it cannot be reached.

    `address` is that of its head, HOST:PORT, or "auto" for the one that runs on this machine, or "local" for one that
    is started here on the loopback address, with `workers` workers, and ends with the pool. Elsewhere there are as
    many as the cluster has room for, while machines come and go.
    """

    elsewhere = True

    def __init__(
        self,
        address: str,
        *,
        workers: int | None = None,
        gpu: bool = False,  # each worker takes one
        work: Work = carry_out,
    ) -> None:
        _prepare(address)
        try:
            import ray
            from ray.exceptions import RayError
        except ImportError:
            raise PoolError(f"Ray is not installed: {how_to_add('farm')}, and on each machine") from None
        self._ray = ray
        self._most = workers
        self._work = work
        self._needs = {"CPU": 1, "memory": WORKER_MEMORY} | ({"GPU": 1} if gpu else {})  # of a worker
        options: dict[str, Any] = {"address": address}
        if address == LOCAL:
            room = workers or usual_workers()
            options |= {"num_cpus": room, "include_dashboard": False, "object_store_memory": _STORE}
        try:
            with _handlers_kept():
                ray.init(
                    **options,
                    runtime_env={"env_vars": thread_environment()},
                    logging_level=logging.ERROR,
                    log_to_driver=False,
                )
        except (ConnectionError, ValueError, RuntimeError, RayError) as error:
            raise PoolError(f"the Ray cluster {address} cannot be used: {_first_line(error)}") from error
        remote = ray.remote(num_cpus=1, num_gpus=int(gpu), memory=WORKER_MEMORY, max_retries=ATTEMPTS - 1)
        self._draw = remote(_drawn_there)
        self._quiet = contextlib.ExitStack()
        nowhere = self._quiet.enter_context(open(os.devnull, "w"))  # noqa: SIM115
        self._quiet.enter_context(contextlib.redirect_stdout(nowhere))  # Ray prints logs of machines that are lost
        self._given: dict[ray.ObjectRef[Outcome], Task] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self._ray.shutdown()
        self._quiet.close()

    @property
    def workers(self) -> int:
        """How many tasks the cluster draws at once, as it is now."""
        there: dict[str, float] = self._ray.cluster_resources()
        room = min(int(there.get(name, 0)) // need for name, need in self._needs.items())
        return min(room, self._most) if self._most else room

    @property
    def free(self) -> int:
        return max(0, self.workers * (1 + _QUEUED) - len(self._given)) or int(not self._given)

    @property
    def busy(self) -> bool:
        return bool(self._given)

    def submit(self, task: Task) -> None:
        self._given[self._draw.remote(VERSION, self._work, task)] = task

    def completed(self, timeout: float) -> list[tuple[Task, Outcome]]:
        if not self._given:
            return []
        references = list(self._given)
        ready, _ = self._ray.wait(references, num_returns=len(references), timeout=0)
        if not ready:
            ready, _ = self._ray.wait(references, num_returns=1, timeout=timeout)
        return [(self._given.pop(reference), self._received(reference)) for reference in ready]

    def _received(self, reference: ray.ObjectRef[Outcome]) -> Outcome:
        from ray import exceptions

        try:
            outcome: Outcome = self._ray.get(reference)
        except (exceptions.WorkerCrashedError, exceptions.NodeDiedError, exceptions.OutOfMemoryError):
            return lost("a worker or its machine was lost")
        except exceptions.RayError as error:
            raise PoolError(f"the Ray cluster cannot draw: {_first_line(error)}") from error
        return outcome


def _drawn_there(version: str, work: Work, task: Task) -> Outcome:
    """Carry out a task on a worker of the cluster."""
    if version != VERSION:
        raise RuntimeError(f"one of its machines has Taureau {VERSION}, and this one {version}: install the same")
    return work(task, never)


def _prepare(address: str) -> None:
    """Set what Ray reads when it is imported; raises PoolError where nothing answers at the address."""
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    if address == AUTO:
        return
    host, _, port = address.rpartition(":")
    if address == LOCAL or host.strip("[]") in _LOOPBACK:
        os.environ["RAY_ENABLE_WINDOWS_OR_OSX_CLUSTER"] = "0"  # Ray then keeps to the loopback address on any system
    if address == LOCAL:
        return
    if not host or "/" in host or not port.isdigit() or not 0 < int(port) < 65536:
        raise PoolError(f"--ray must be local, auto or the HOST:PORT of a cluster's head, not {address!r}")
    try:
        with contextlib.closing(socket.create_connection((host.strip("[]"), int(port)), timeout=_ANSWERS)):
            pass
    except OSError as error:
        reason = error.strerror or str(error)
        raise PoolError(f"no Ray cluster answers at {address} ({reason}): start one with `ray start --head`") from None


@contextlib.contextmanager
def _handlers_kept() -> Iterator[None]:
    """Put the handlers of signals back that Ray replaces when it starts."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _first_line(error: Exception) -> str:
    """Return the line that says what is wrong: the last one of a traceback that was sent."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return (lines[-1] if lines else type(error).__name__)[:300]
