"""The explorer as a folder of static files: the page, Python for the browser, the library."""

from importlib.resources import as_file, files
from pathlib import Path
from shutil import copyfile
from typing import Final

from asylum_rules.aside import whole_folder
from asylum_rules.errors import InvalidInputError, Problem, path_named, quoted
from asylum_rules.explorer.bundle import bundle

RUNTIME: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
    "package.json",
)
"""What a browser needs of the npm package `pyodide`."""

STYLES: Final = ("colours.css", "picture.css")
"""What the page shares with the reports."""


def write_explorer(out: Path, *, pyodide: Path, overwrite: bool) -> None:
    """Write the explorer to a folder, whole or not at all; `pyodide` is the npm package of that name, unpacked.

    Raises `InvalidInputError` where that is not what the package holds, and where the folder cannot be written.
    """
    missing = [name for name in RUNTIME if not (pyodide / name).is_file()]
    if missing:
        what = (
            f"is not the npm package `pyodide` of version 314 or later ({quoted(missing[0])} is missing): "
            "run `npm install pyodide@314` and give its folder, `node_modules/pyodide`, with --pyodide"
        )
        raise InvalidInputError(path_named(pyodide), (Problem("", what),))
    with whole_folder(out, overwrite=overwrite, keep=[pyodide]) as folder:
        with as_file(files("asylum_rules.explorer") / "page") as page:
            for file in page.iterdir():
                copyfile(file, folder / file.name)
        for name in STYLES:
            (folder / name).write_bytes((files("asylum_rules.report") / "templates" / name).read_bytes())
        (folder / "python").mkdir()
        for name in RUNTIME:
            copyfile(pyodide / name, folder / "python" / name)
        (folder / "python" / "library.zip").write_bytes(bundle())
