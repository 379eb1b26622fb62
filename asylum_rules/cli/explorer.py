"""`asylum-rules explorer`."""

from pathlib import Path

import click

from asylum_rules.errors import path_named


@click.command("explorer")
@click.option("--out", type=click.Path(path_type=Path), required=True, metavar="DIR", help="The folder to write.")
@click.option(
    "--pyodide",
    type=click.Path(path_type=Path),
    metavar="FOLDER",
    default=Path("node_modules/pyodide"),
    show_default=True,
    help="The npm package `pyodide`, as `npm install pyodide@314` lays it down.",
)
@click.option("--overwrite", is_flag=True, help="Replace the folder where it is there already.")
def explorer_command(out: Path, pyodide: Path, overwrite: bool) -> None:
    """Write a page that answers in its reader's own browser: a folder of files for any web server.

    It runs this library under Pyodide, so nothing that a reader enters is sent anywhere. To see it here:
    `python3 -m http.server --directory DIR`, then http://localhost:8000.
    """
    from asylum_rules.explorer.write import write_explorer

    write_explorer(out, pyodide=pyodide, overwrite=overwrite)
    click.echo(f"{path_named(out)} is ready to be put on a web server")
