"""Addresses of the windows for the projector: nothing but what the room is to see, always light."""

from urllib.parse import urlencode

from app import state


def room_address(*, is_joining: bool = False) -> str:
    """Return the address of the window that shows the room what is going on."""
    asked = {
        state.PROJECT: state.key(),
        state.LANGUAGE: str(state.language()),
        "embed": "true",
        "embed_options": "light_theme",
    }
    return f"room?{urlencode({**asked, 'join': '1'} if is_joining else asked)}"
