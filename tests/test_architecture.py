"""The picture of the architecture, enforced."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import factcheck

PACKAGE = Path(factcheck.__file__).parent
ROOT = PACKAGE.parent
FLOORLESS = {"__init__.py", "__pycache__", "seeds"}


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def test_floors_hold() -> None:
    """Higher floors import lower ones and never the reverse; owned libraries stay on the floors that own them."""
    ran = subprocess.run(
        [Path(sys.executable).parent / "lint-imports", "--config", str(ROOT / "pyproject.toml")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_every_folder_has_a_floor() -> None:
    """A new folder or top-level module must be given a floor in pyproject.toml."""
    floors = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    for entry in PACKAGE.iterdir():
        if entry.name in FLOORLESS or (entry.is_file() and entry.suffix != ".py"):
            continue
        assert f"factcheck.{entry.stem}" in floors, f"{entry.name} stands on no floor"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_no_module_imports_its_root(path: Path) -> None:
    """No module takes its names from the package root; only the root re-exports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module == "factcheck":
            assert [name.name for name in node.names] == ["__version__"], f"{path}: from factcheck import ..."
        if isinstance(node, ast.Import):
            assert all(name.name != "factcheck" for name in node.names), f"{path}: import factcheck"


def test_sub_packages_hold_one_docstring() -> None:
    """A sub-package's `__init__.py` is one docstring and nothing else."""
    for path in PACKAGE.rglob("__init__.py"):
        if path.parent in (PACKAGE, PACKAGE / "store" / "migrations"):
            continue
        body = ast.parse(path.read_text(encoding="utf-8")).body
        assert len(body) == 1, path
        assert isinstance(body[0], ast.Expr), path


def test_no_drawer_modules() -> None:
    """No module is a drawer: utils, helpers, common, misc, base, manager."""
    drawers = {"utils", "helpers", "common", "misc", "base", "manager"}
    assert not [path for path in modules() if path.stem in drawers]


def test_import_of_the_package_is_light() -> None:
    """`import factcheck` brings in neither the database nor any library."""
    code = "import sys, factcheck; print([m for m in ('sqlmodel', 'jinja2', 'typer', 'rapidfuzz') if m in sys.modules])"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_detection_needs_no_store() -> None:
    """Finding claims brings in no database, template or command-line library."""
    code = (
        "import sys, factcheck; factcheck.find_claims(factcheck.Document.from_text('Rents rose 5%.'));"
        "print([m for m in ('sqlmodel', 'sqlalchemy', 'jinja2', 'typer') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_exported_names_exist_and_are_documented() -> None:
    """Each public name loads, and has a docstring."""
    for name in factcheck.__all__:
        value = getattr(factcheck, name)
        assert name == "__version__" or value.__doc__
