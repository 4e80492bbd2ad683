"""The Word plan: plain values in, a file out."""

from app.report.anchors import check_template, missing_anchors
from app.report.page_numbers import number_pages
from app.report.plan import build, default_template

__all__ = ["build", "check_template", "default_template", "missing_anchors", "number_pages"]
