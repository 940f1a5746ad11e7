"""Pictures of the running program in every state worth one: for the README, the demo and the eye.

``python -m director_app.ui.pictures FOLDER`` writes them all; its options choose fewer.
"""

from director_app.ui.pictures.taking import Wanted, write_pictures

__all__ = ["Wanted", "write_pictures"]
