"""The open drawing, its history and its run; no widgets."""

from app.session.album import Album
from app.session.choices import Choices, counted
from app.session.diagnostics import memory_in_use, report
from app.session.editing import Editing
from app.session.engine import engine_sketch
from app.session.export_choices import ExportChoices
from app.session.exporting import Exporting, measures, named
from app.session.generation import Generation, Picture
from app.session.imagine_settings import ImagineSettings
from app.session.imagining import Imagining
from app.session.keeping import Keeping
from app.session.log_book import LogBook
from app.session.marks import Marked
from app.session.mask_painting import MaskPainting
from app.session.messages import Message
from app.session.models import Entry, Models
from app.session.one_step import OneStep
from app.session.pen import Pen
from app.session.recents import Recents
from app.session.recovery import Recovery
from app.session.rescued import Rescued
from app.session.run_state import Phase, RunState
from app.session.runner import Runner, Sketch
from app.session.seeds import Seeds
from app.session.seeing import Seeing
from app.session.session import OvertakenError, Session
from app.session.settings import open_settings, settings_file
from app.session.state_folder import STATE_VARIABLE, state_folder
from app.session.subject import Subject
from app.session.tidying import Tidying
from app.weights import megabytes

__all__ = [
    "STATE_VARIABLE",
    "Album",
    "Choices",
    "Editing",
    "Entry",
    "ExportChoices",
    "Exporting",
    "Generation",
    "ImagineSettings",
    "Imagining",
    "Keeping",
    "LogBook",
    "Marked",
    "MaskPainting",
    "Message",
    "Models",
    "OneStep",
    "OvertakenError",
    "Pen",
    "Phase",
    "Picture",
    "Recents",
    "Recovery",
    "Rescued",
    "RunState",
    "Runner",
    "Seeds",
    "Seeing",
    "Session",
    "Sketch",
    "Subject",
    "Tidying",
    "counted",
    "engine_sketch",
    "measures",
    "megabytes",
    "memory_in_use",
    "named",
    "open_settings",
    "report",
    "settings_file",
    "state_folder",
]
