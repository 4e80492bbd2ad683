"""Navigation and nothing else: which pages there are, under which names, with which icons."""

from pathlib import Path

import streamlit as st

from app import state
from app.widgets.asked import draw_asked, write_typed
from app.widgets.readings import stage_icon
from methodology.stage import Phase, Stage

HERE = Path(__file__).parent
ASSETS, SCREENS = HERE / "assets", HERE / "screens"
FIRST = {True: "start", False: "projects"}  # the page that an address without a name shows
UNNAMED = "first"


def screen(name: str, title: str, icon: str, *, default: bool = False) -> st.Page:
    """Return the page of one script of `screens`; the first one leaves its name to old links."""
    return st.Page(
        SCREENS / f"{name}.py",
        title=title,
        icon=f":material/{icon}:",
        url_path=UNNAMED if default else name,
        default=default,
    )


def stages(phase: Phase) -> list[st.Page]:
    """Return the stages of a phase whose scripts exist; their icons say how far they are."""
    return [
        screen(stage.value, f"{stage.number} {_(stage.label)}", stage_icon(stage))
        for stage in Stage
        if stage.phase is phase and (SCREENS / f"{stage.value}.py").exists()
    ]


def menu() -> dict[str, list[st.Page]]:
    """Return every page of an open project, grouped as the top bar shows them."""
    return {
        "": [
            screen("start", _("Start"), "home", default=True),
            screen("votes", _("Votes"), "how_to_vote"),
            screen("document", _("Plan"), "description"),
        ],
        **{_(phase.label): pages for phase in Phase if (pages := stages(phase))},
        _("Project"): [
            screen("thread", _("Strategic thread"), "account_tree"),
            screen("exchange", _("Import and export"), "swap_horiz"),
            screen("history", _("History"), "history"),
            screen("settings", _("Settings"), "settings"),
            screen("projects", _("Other projects"), "folder_open"),
        ],
        " ": [
            st.Page(SCREENS / f"{name}.py", url_path=name, visibility="hidden")
            for name in ("projector", "room")
        ],
    }


def away() -> None:
    """Lead to the first page: an old link, or a reload while no project is open."""
    st.switch_page(SCREENS / f"{FIRST[is_open]}.py")


st.set_page_config(page_title="Dínamo", page_icon=str(ASSETS / "icono.svg"), layout="wide")
state.begin()
is_open = state.is_open()
write_typed()
_ = state.reader()
is_projected = bool(st.context.is_embedded)
pages = (
    menu() if is_open else {"": [screen("projects", _("Projects"), "folder_open", default=True)]}
)
known = {each.url_path for group in pages.values() for each in group}
others = sorted({script.stem for script in SCREENS.glob("*.py")} - known)
pages["  "] = [st.Page(away, url_path=name, visibility="hidden") for name in others]
page = st.navigation(pages, position="hidden" if is_projected else "top")
if not is_projected:
    is_dark = st.context.theme.type == "dark"
    st.logo(ASSETS / ("dinamo-claro.svg" if is_dark else "dinamo.svg"), size="large")
if is_open and state.has_arrived():
    st.switch_page(SCREENS / "start.py")
with st.container(gap=None):
    body, below = st.container(), st.container()
with body:
    page.run()
with below:
    draw_asked(page)
state.end()
