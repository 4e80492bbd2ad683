"""The rules of the house that no review has to remember, read from the code's own syntax."""

import ast
import re
import statistics
import sys
import tomllib
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("methodology", "app")
EXPORTS = ("__init__",)

ARROWS = {  # a package: what of our own it may import, besides itself
    "methodology": (),
    "app.home": (),
    "app.whole_files": (),
    "app.memory": ("app.home", "app.whole_files"),
    "app.i18n": ("methodology",),
    "app.recent": ("methodology", "app.memory"),
    "app.keyboard": ("methodology", "app.home", "app.whole_files"),
    "app.store": ("methodology", "app.i18n", "app.home", "app.whole_files"),
    "app.exchange": ("methodology", "app.i18n", "app.store"),
    "app.words": ("methodology", "app.i18n"),
    "app.look": ("methodology", "app.i18n"),
    "app.charts": ("methodology", "app.i18n", "app.look"),
    "app.network_chart": ("methodology", "app.i18n", "app.look"),
    "app.report": ("methodology", "app.i18n", "app.look"),
    "app.publication": (
        "methodology",
        "app.i18n",
        "app.store",
        "app.exchange",
        "app.report",
    ),
    "app.network": ("methodology",),
    "app.joining": ("methodology", "app.memory", "app.switchboard"),
    "app.proxy_address": ("methodology",),
    "app.server": ("methodology", "app.home"),
    "app.switchboard": ("methodology", "app.whole_files"),
    "app.doorkeeper": ("methodology", "app.i18n", "app.network", "app.server", "app.switchboard"),
    "app.serve": (
        "methodology",
        "app.home",
        "app.i18n",
        "app.proxy_address",
        "app.server",
        "app.switchboard",
        "app.doorkeeper",
    ),
    "app.login_page": ("methodology", "app.i18n", "app.phone"),
    "app.front_door": (
        "methodology",
        "app.login_page",
        "app.phone",
        "app.proxy_address",
        "app.store",
    ),
    "app.facilitator": ("methodology", "app.front_door", "app.proxy_address"),
    "app.phone": ("methodology", "app.i18n", "app.store"),
    "app.example_vote": ("methodology", "app.i18n", "app.store", "app.exchange"),
    "app.demonstration": (
        "methodology",
        "app.i18n",
        "app.store",
        "app.exchange",
        "app.example_vote",
    ),
    "app.state": (
        "methodology",
        "app.i18n",
        "app.words",
        "app.recent",
        "app.keyboard",
        "app.store",
    ),
    "app.widgets": (
        "methodology",
        "app.home",
        "app.whole_files",
        "app.i18n",
        "app.words",
        "app.store",
        "app.exchange",
        "app.look",
        "app.charts",
        "app.network_chart",
        "app.report",
        "app.publication",
        "app.network",
        "app.joining",
        "app.switchboard",
        "app.demonstration",
        "app.state",
    ),
    "app.screens": (
        "methodology",
        "app.whole_files",
        "app.words",
        "app.recent",
        "app.store",
        "app.exchange",
        "app.look",
        "app.state",
        "app.widgets",
    ),
    "app.main": ("methodology", "app.state", "app.widgets"),
    "app.command_line": ("methodology",),
    "app.commands": (
        "app.command_line",
        "methodology",
        "app.whole_files",
        "app.i18n",
        "app.recent",
        "app.keyboard",
        "app.store",
        "app.exchange",
        "app.publication",
        "app.network",
        "app.proxy_address",
        "app.server",
        "app.switchboard",
        "app.serve",
        "app.demonstration",
    ),
    "app.__main__": ("methodology", "app.i18n", "app.command_line"),
}
HOMES = {  # an outside library: where it may be imported
    "streamlit": ("app.screens", "app.widgets", "app.main", "app.state", "app.facilitator"),
    "starlette": ("app.facilitator", "app.front_door", "app.login_page", "app.phone"),
    "uvicorn": ("app.phone",),
    "sqlalchemy": ("app.store",),
    "docx": ("app.report",),
    "lxml": ("app.report",),
    "plotly": ("app.charts", "app.look"),
    "openpyxl": ("app.exchange",),
    "xlsxwriter": ("app.exchange",),
    "rapidfuzz": ("app.exchange",),
    "networkx": ("methodology",),
    "scipy": ("methodology",),
    "numpy": ("methodology", "app.exchange"),
    "babel": ("app.i18n", "app.exchange"),
    "platformdirs": ("app.home",),
    "ifaddr": ("app.network",),
    "segno": ("app.joining",),
    "argon2": ("app.store.passphrase",),
}
CHOSEN_BY_NAME = {"httptools", "uvloop"}  # uvicorn imports them: parser and loop
DISTRIBUTIONS = {"docx": "python-docx", "argon2": "argon2-cffi", "annotated_types": "pydantic"}
PARTS_OF_PYDANTIC = {"pydantic_core": "pydantic", "annotated_types": "pydantic"}
VAGUE = {"utils", "helpers", "common", "manager", "base", "misc", "tools"}
MODULE_LINES, SCREEN_LINES, FUNCTION_LINES = 400, 150, 40


def name_of(path: Path) -> str:
    """The dotted name of a module, a package's own for its `__init__`."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {
    name_of(path): path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))
}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


@cache
def imported(module: str) -> frozenset[str]:
    """The modules that a module imports at its top: our own as files, others by dotted name."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            inner = {f"{node.module}.{alias.name}" for alias in node.names}
            found.update(inner & set(FILES) or {node.module})
            if inner - set(FILES):
                found.add(node.module)
    return frozenset(found)


def own(module: str) -> set[str]:
    return {name for name in imported(module) if name in FILES} - {module}


def outside(module: str) -> set[str]:
    tops = {name.split(".")[0] for name in imported(module)}
    return tops - set(PACKAGES) - set(sys.stdlib_module_names) - {"__future__"}


def is_within(module: str, places: tuple[str, ...]) -> bool:
    return any(module == place or module.startswith(f"{place}.") for place in places)


def functions(module: str):
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from `def` to the end, without the docstring."""
    documented = function.body[0] if ast.get_docstring(function) else None
    told = documented.end_lineno - documented.lineno + 1 if documented else 0
    return function.end_lineno - function.lineno + 1 - told


def at(module: str, node: ast.AST) -> str:
    """Return where a node stands, as editors jump to it."""
    return f"{FILES[module].relative_to(ROOT)}:{getattr(node, 'lineno', 1)}"


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


@pytest.mark.parametrize("package", ARROWS)
def test_arrows_point_one_way(package):
    allowed = (package, *ARROWS[package])

    wrong = {
        (module, target)
        for module in FILES
        if is_within(module, (package,))
        for target in own(module)
        if not is_within(target, allowed) and target not in {"app"}
    }

    assert wrong == set()


def test_every_module_stands_in_a_row_of_the_arrows():
    assert {module for module in FILES if not is_within(module, tuple(ARROWS))} == {"app"}


def test_screens_are_imported_by_nobody():
    wrong = {
        (module, target)
        for module in FILES
        for target in own(module)
        if is_within(target, ("app.screens", "app.main"))
    }

    assert wrong == set()


@pytest.mark.parametrize("library", HOMES)
def test_each_outside_library_has_one_home(library):
    users = {module for module in FILES if library in outside(module)}

    assert {user for user in users if not is_within(user, HOMES[library])} == set()


def test_what_supervises_loads_neither_streamlit_nor_starlette():
    assert {"streamlit", "starlette"} & all_outside("app.serve") == set()
    assert {"streamlit", "starlette", "pandas"} & all_outside("app.__main__") == set()


def all_outside(module: str) -> set[str]:
    """Every outside library that comes with a module."""
    seen, waiting = set(), [module]
    while waiting:
        current = waiting.pop()
        seen.add(current)
        waiting.extend(own(current) - seen)
    return set().union(*(outside(name) for name in seen))


def test_no_module_imports_itself_through_others():
    done: set[str] = set()
    path: list[str] = []

    def visit(module: str) -> None:
        assert module not in path, " → ".join([*path[path.index(module) :], module])
        if module not in done:
            path.append(module)
            for target in sorted(own(module)):
                visit(target)
            done.add(path.pop())

    for module in FILES:
        visit(module)


def test_every_library_imported_is_declared_and_every_one_declared_is_imported():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {re.split(r"[<>=\[ ]", line)[0] for line in project["dependencies"]}
    used = set().union(*(outside(module) for module in FILES))
    named = {PARTS_OF_PYDANTIC.get(name, DISTRIBUTIONS.get(name, name)) for name in used}

    assert named | CHOSEN_BY_NAME == declared


def test_the_method_knows_no_clock_no_chance_and_no_file():
    forbidden = {"now", "today", "utcnow", "uuid4", "open", "read_text", "read_bytes", "random"}
    called = {
        (module, getattr(call.func, "attr", getattr(call.func, "id", "")))
        for module in FILES
        if is_within(module, ("methodology",))
        for call in calls(module)
    }

    assert {(module, name) for module, name in called if name in forbidden} == set()


def test_imports_are_absolute_and_at_the_top():
    wrong = []
    for module, path in FILES.items():
        top = {id(node) for node in tree(module).body}
        source = path.read_text(encoding="utf-8").splitlines()
        for node in ast.walk(tree(module)):
            if not isinstance(node, ast.Import | ast.ImportFrom):
                continue
            is_relative = isinstance(node, ast.ImportFrom) and node.level > 0
            is_deep = id(node) not in top and "slow" not in source[node.lineno - 1]
            if is_relative or is_deep:
                wrong.append(at(module, node))

    assert wrong == []


def test_modules_and_functions_stay_small():
    long = [
        (module, count)
        for module, count in ((module, lines(path)) for module, path in FILES.items())
        if count > (SCREEN_LINES if is_within(module, ("app.screens",)) else MODULE_LINES)
    ]
    long += [
        (at(module, function), length(function))
        for module in FILES
        for function in functions(module)
        if length(function) > FUNCTION_LINES
    ]

    assert long == []


def test_most_modules_and_functions_are_short():
    modules = [lines(path) for path in FILES.values() if path.stem not in EXPORTS]
    lengths = [length(function) for module in FILES for function in functions(module)]

    assert statistics.median(modules) <= 120
    assert statistics.median(lengths) <= 8
    assert statistics.quantiles(lengths, n=10)[-1] <= 25


def test_modules_and_public_functions_say_what_they_are_for():
    silent = [
        at(module, node)
        for module in FILES
        for node in (tree(module), *tree(module).body)
        if isinstance(node, ast.Module | ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
        and not getattr(node, "name", "").startswith("_")
        and not ast.get_docstring(node)
        and FILES[module].read_text(encoding="utf-8")
    ]

    assert silent == []


def test_modules_have_names_that_say_something_and_hide_no_library():
    stems = {path.stem for path in FILES.values()} - set(EXPORTS)
    beside_main = {path.stem for path in (ROOT / "app").glob("*.py")} - set(EXPORTS)
    libraries = set(HOMES) | set(sys.stdlib_module_names) | set(PACKAGES)

    assert stems & VAGUE == set()
    assert beside_main & libraries - {"__main__"} == set()


def test_there_are_at_least_as_many_lines_of_tests_as_of_code():
    tests = sum(lines(path) for path in (ROOT / "tests").rglob("*.py"))
    code = sum(lines(path) for path in FILES.values())

    assert tests >= code


def calls(module: str):
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Call):
            yield node


def test_messages_are_whole_sentences_for_translators():
    """Values go in by format, after translating."""
    broken = [
        at(module, call)
        for module in FILES
        for call in calls(module)
        if isinstance(call.func, ast.Name) and call.func.id in {"_", "N_"} and call.args
        if isinstance(call.args[0], ast.JoinedStr | ast.BinOp)
    ]

    assert broken == []


def test_no_message_is_said_past_the_extraction_of_messages():
    """It collects what is passed to `_`: a reader of another name is bound to that one first."""
    passed = [
        at(module, call)
        for module in FILES
        for call in calls(module)
        if call.args and isinstance(call.args[0], ast.Constant)
        if isinstance(call.args[0].value, str)
        if is_a_reader(call.func)
    ]

    assert passed == []


def is_a_reader(called: ast.expr) -> bool:
    """Whether it is `….reader`, `….reader()` or `spoken`: what translates, by another name."""
    inner = called.func if isinstance(called, ast.Call) else called
    name = getattr(inner, "attr", "") or getattr(inner, "id", "")
    is_made_here = isinstance(called, ast.Name) and name == "reader"  # it makes one: a language
    return name in {"reader", "spoken", "translate"} and not is_made_here


SHOWN = {
    *("title", "header", "subheader", "caption", "write", "markdown", "text", "info", "warning"),
    *("error", "success", "toast", "button", "download_button", "form_submit_button", "metric"),
    *("text_input", "text_area", "selectbox", "multiselect", "checkbox", "toggle", "radio"),
    *("date_input", "number_input", "file_uploader", "expander", "popover", "link_button"),
    "tell_done",
}


def test_no_text_on_screen_escapes_the_catalogues():
    untranslated = [
        at(module, call)
        for module in FILES
        if "streamlit" in outside(module)
        for call in calls(module)
        if isinstance(call.func, ast.Attribute) and call.func.attr in SHOWN and call.args
        if isinstance(call.args[0], ast.Constant) and isinstance(call.args[0].value, str)
        if re.search(r"[a-z]{3}", call.args[0].value)
    ]

    assert untranslated == []


def test_people_s_words_never_come_alive():
    alive = [
        at(module, call)
        for module in FILES
        for call in calls(module)
        if "unsafe_allow_html" in {keyword.arg for keyword in call.keywords}
        or (
            getattr(call.func, "attr", "") == "html"
            and is_within(module, ("app.screens", "app.widgets"))
        )
    ]

    assert alive == []


def test_session_state_is_named_in_one_module():
    """Widgets keep what is theirs under the keys they were given."""
    users = {
        module
        for module in FILES
        if is_within(module, ("app.screens", "app.main"))
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Attribute) and node.attr == "session_state"
    }

    assert users == set()


def test_tests_stand_where_what_they_test_stands():
    for path in (ROOT / "tests").rglob("test_*.py"):
        folder = path.parent.relative_to(ROOT / "tests")
        places = [ROOT / folder, ROOT / "app" / folder]
        tested_here = [one for one in path.parent.glob("*.py") if not one.name.startswith("test_")]
        assert any(place.is_dir() for place in places) or tested_here, path
