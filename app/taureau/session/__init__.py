"""The open drawing, its history and its run; no widgets."""

from taureau.session.choices import Choices, counted
from taureau.session.core.session import Session
from taureau.session.diagnostics import memory_in_use, releases_page, report
from taureau.session.drawing.marks import Marked
from taureau.session.drawing.selection import Selection
from taureau.session.drawing.sheet import Sheet
from taureau.session.drawing.undo import OneStep
from taureau.session.edit.coloring import Coloring
from taureau.session.edit.editing import Editing, Order
from taureau.session.edit.live_choices import LiveChoices
from taureau.session.edit.mask_clicking import MaskClicking
from taureau.session.edit.mask_painting import MaskPainting
from taureau.session.edit.pen_settings import Pen
from taureau.session.edit.seeds import Seeds
from taureau.session.edit.seeing import Seeing
from taureau.session.edit.snapping import Snapping
from taureau.session.edit.subject import Subject
from taureau.session.edit.tidying import Tidying
from taureau.session.export.export_choices import ExportChoices
from taureau.session.export.exporting import Exporting, measures, named
from taureau.session.export.machine_choices import MachineChoices
from taureau.session.export.plotting import Plotting, way_text
from taureau.session.files.drawing_file import DrawingFile, OvertakenError
from taureau.session.files.settings import open_settings, settings_file
from taureau.session.files.state_folder import STATE_VARIABLE, state_folder
from taureau.session.film.film_choices import FilmChoices
from taureau.session.film.filming import Filming
from taureau.session.film.replay import Replay
from taureau.session.gallery.gallery_settings import GallerySettings
from taureau.session.gallery.keeping import Keeping
from taureau.session.imagine.album import Album
from taureau.session.imagine.generation import Generation, Picture
from taureau.session.imagine.imagine_settings import ImagineSettings
from taureau.session.imagine.imagining import Imagining
from taureau.session.log_book import LogBook
from taureau.session.messages import Message, Offer
from taureau.session.models import Entry, Models
from taureau.session.preferences import Preference, Preferences
from taureau.session.recovery.persistence import Persistence
from taureau.session.recovery.recents import Recents
from taureau.session.recovery.recovered import Rescued
from taureau.session.recovery.recovery import Recovery
from taureau.session.run.draw_command import DrawAction, DrawCommand
from taureau.session.run.engine_loader import engine_sketch, engine_warm_up
from taureau.session.run.run import Run
from taureau.session.run.run_presets import RunPresets
from taureau.session.run.run_state import Phase, RunState
from taureau.session.run.runner import Runner, Sketch
from taureau.session.run.source import Source
from taureau.session.run.warm_up import WarmUp
from taureau.weights import megabytes

__all__ = [
    "STATE_VARIABLE",
    "Album",
    "Choices",
    "Coloring",
    "DrawAction",
    "DrawCommand",
    "DrawingFile",
    "Editing",
    "Entry",
    "ExportChoices",
    "Exporting",
    "FilmChoices",
    "Filming",
    "GallerySettings",
    "Generation",
    "ImagineSettings",
    "Imagining",
    "Keeping",
    "LiveChoices",
    "LogBook",
    "MachineChoices",
    "Marked",
    "MaskClicking",
    "MaskPainting",
    "Message",
    "Models",
    "Offer",
    "OneStep",
    "Order",
    "OvertakenError",
    "Pen",
    "Persistence",
    "Phase",
    "Picture",
    "Plotting",
    "Preference",
    "Preferences",
    "Recents",
    "Recovery",
    "Replay",
    "Rescued",
    "Run",
    "RunPresets",
    "RunState",
    "Runner",
    "Seeds",
    "Seeing",
    "Selection",
    "Session",
    "Sheet",
    "Sketch",
    "Snapping",
    "Source",
    "Subject",
    "Tidying",
    "WarmUp",
    "counted",
    "engine_sketch",
    "engine_warm_up",
    "measures",
    "megabytes",
    "memory_in_use",
    "named",
    "open_settings",
    "releases_page",
    "report",
    "settings_file",
    "state_folder",
    "way_text",
]
