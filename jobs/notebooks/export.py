"""Executes the notebooks of this folder on a finished run and writes them, and their HTML, into a folder.

    python export.py PUBLICATION FOLDER COMMIT
"""
import json
import os
import pathlib
import sys

import jupytext
import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter

SOURCES = ["first-look", "comparing-organizations", "topics", "chart-for-a-paper"]


def executed(source, folder):
    """The notebook with its outputs; nothing in it depends on the clock or on chance."""
    notebook = jupytext.read(source)
    notebook.metadata = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
    for number, cell in enumerate(notebook.cells):
        cell["id"] = f"cell-{number:02d}"
        cell["metadata"] = {}
    NotebookClient(notebook, timeout=300, record_timing=False, resources={"metadata": {"path": str(folder)}}).execute()
    notebook.metadata.pop("language_info", None)
    for cell in notebook.cells:
        for output in cell.get("outputs", []):
            output.get("metadata", {}).clear()
    return notebook


def html(notebook, name):
    exporter = HTMLExporter(template_name="lab", theme="light")
    exporter.mathjax_url = exporter.require_js_url = exporter.jquery_url = exporter.mermaid_js_url = ""
    body, _ = exporter.from_notebook_node(notebook, resources={"metadata": {"name": name}})
    return body


def main(publication, folder, commit):
    here = pathlib.Path(__file__).parent
    folder = pathlib.Path(folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    os.environ["PUBLICATION"] = os.path.relpath(publication, folder)
    run = json.loads((pathlib.Path(publication) / "run.json").read_text(encoding="utf-8"))
    for name in SOURCES:
        print(name, file=sys.stderr)
        notebook = executed(here / f"{name}.py", folder)
        nbformat.write(notebook, folder / f"{name}.ipynb")
        (folder / f"{name}.html").write_text(html(notebook, name), encoding="utf-8")
    lines = "".join(f"| [{name}]({name}.ipynb) | [{name}.html]({name}.html) |\n" for name in SOURCES)
    (folder / "README.md").write_text(
        "# Notebooks of a finished run\n\n"
        f"Made by `jobs/notebooks.sh` from run `{run['runId']}`, code at `{commit}`. They read the published tables and compute\n"
        "nothing that the job should have; their sources are in [jobs/notebooks](../jobs/notebooks).\n\n"
        "| notebook | page |\n| --- | --- |\n" + lines,
        encoding="utf-8",
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
