"""The documentation as a site: `make docs`."""

import logging
import sys
from pathlib import Path

from jupyter_client.manager import KernelManager

from asylum_rules.version import __version__

sys.path.insert(0, str(Path(__file__).parent))

project = "asylum_rules"
release = __version__
extensions = ["myst_nb", "sphinx.ext.autodoc", "sphinx_click", "printed", "accessible"]
exclude_patterns = ["examples"]
default_role = "code"
smartquotes = False  # they would change --policy
nitpick_ignore_regex = [("myst", r"[a-z_]+\.[a-z0-9_.-]+")]  # anchors of the law pages, which have a test of their own

autodoc_member_order = "bysource"
autodoc_preserve_defaults = True
python_use_unqualified_type_names = True
maximum_signature_line_length = 80

myst_heading_anchors = 3
nb_execution_mode = "force"
nb_execution_raise_on_error = True
nb_execution_timeout = 120
KernelManager.transport_encryption.default_value = "auto"
logging.getLogger("traitlets").setLevel(logging.WARNING)

html_theme = "furo"
html_title = "asylum_rules"
html_static_path = ["_static"]
html_css_files = ["site.css"]
html_show_copyright = False
html_show_sphinx = False
html_copy_source = False
