"""Tables that end where their rows end."""

HEAD = 42  # px of the heading and the border


def table_height(rows: int, most: int, row: int = 44) -> int:
    """Return the height in px for so many rows of `row` px, at most `most`."""
    return min(most, HEAD + max(1, rows) * row)
