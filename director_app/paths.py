"""Where our files live: the user's data, backups, preferences, and the resources we ship.

The data and configuration folders can be moved with the environment variables DIRECTOR_DATA_DIR and
DIRECTOR_CONFIG_DIR; tests do so, and so may an office that keeps its plans on a shared disk.
Nothing here creates a folder: whoever writes first does.
"""

import os
import sys
from pathlib import Path

APPLICATION = "culture-delivery-director"
PLAN_SUFFIX = ".cdplan"
BUNDLE_SUFFIX = ".cdbundle"


def resources_folder() -> Path:
    """The folder `resources/`: beside the package in a checkout, inside the bundle when frozen."""
    bundle = getattr(sys, "_MEIPASS", None)  # set by PyInstaller only
    root = Path(bundle) if bundle is not None else Path(__file__).resolve().parent.parent
    return root / "resources"


def data_folder() -> Path:
    """Where plans go unless the user chooses another folder."""
    chosen = os.environ.get("DIRECTOR_DATA_DIR")
    if chosen:
        return Path(chosen)
    import platformdirs  # not needed where the variable is set, and not at import

    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False))


def config_folder() -> Path:
    """Where the preferences and the window geometry are kept."""
    chosen = os.environ.get("DIRECTOR_CONFIG_DIR")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def backups_folder() -> Path:
    """Where the program puts its own copies of plans."""
    return data_folder() / "backups"


def preferences_file() -> Path:
    """The file of the user's preferences."""
    return config_folder() / "preferences.toml"


def locale_folder(language: str) -> Path:
    """The folder of the compiled texts of one language ("ko")."""
    return resources_folder() / "locale" / language / "LC_MESSAGES"
