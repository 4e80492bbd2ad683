"""Spreadsheets in and out: cells in the reader's words, guesses, plans of an import, workbooks."""
