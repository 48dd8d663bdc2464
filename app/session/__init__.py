"""The open drawing, its history and its run; no widgets."""

from app.session.choices import Choices, counted
from app.session.engine import engine_sketch
from app.session.marks import Marked
from app.session.messages import Message
from app.session.run_state import Phase, RunState
from app.session.runner import Runner, Sketch
from app.session.session import Session
from app.session.tidying import Tidying

__all__ = [
    "Choices",
    "Marked",
    "Message",
    "Phase",
    "RunState",
    "Runner",
    "Session",
    "Sketch",
    "Tidying",
    "counted",
    "engine_sketch",
]
