"""The command `dinamo`: what it takes, in the language of the computer."""

import argparse
import re
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from textwrap import wrap
from typing import Any, NoReturn

from app.command_line import COMMANDS, PORTS, called
from app.i18n import Reader, reader
from app.i18n.computer import computer_language
from methodology.text import N_, Problem, Remark

DONE, TROUBLE, USAGE = 0, 1, 2
HELP = ("-h", "--help")


class Help(argparse.HelpFormatter):
    """Keeps codes such as es-PA on one line, so that they can be copied."""

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width, break_on_hyphens=False)


class Parser(argparse.ArgumentParser):
    """Speaks the reader's language: argparse's own sentences are English."""

    def __init__(self, _: Reader, **options: Any) -> None:
        super().__init__(add_help=False, formatter_class=Help, **options)
        self.reader = _
        self.group = self.add_argument_group(_("What it takes"))
        self.group.add_argument(*HELP, action="help", help=_("Show this help"))

    def format_usage(self) -> str:
        """Return the line that says how the command is written."""
        _ = self.reader
        return super().format_usage().replace("usage:", _("Usage:"), 1)

    def format_help(self) -> str:
        """Return the help of the command."""
        _ = self.reader
        return super().format_help().replace("usage:", _("Usage:"), 1)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the command is written; end with the code for wrong use."""
        _ = self.reader
        told = _wrong(message).text(_)
        help_word = _("Help: {command}").format(command=f"{self.prog} --help")
        self.exit(USAGE, f"{self.format_usage()}{told} {help_word}\n")


_NOT_UNDERSTOOD = N_("The command is not complete, or has something it does not know.")
_WRONG = {  # what argparse says in English: what is said instead
    r"the following arguments are required: (?P<names>.+)": N_("Missing: {names}."),
    r"unrecognized arguments: (?P<names>.+)": N_("Not known here: {names}."),
    r"ambiguous option: (?P<given>\S+) could match (?P<choices>.+)": N_(
        "{given} may be any of these: {choices}. Write it whole."
    ),
    r"argument (?P<name>\S+): invalid choice: '(?P<given>.*)' \(choose from (?P<choices>.+)\)": N_(
        "{name} cannot be “{given}”. It can be: {choices}."
    ),
    r"argument (?P<name>\S+): invalid \w+ value: '(?P<given>.*)'": N_(
        "{name} cannot be “{given}”: it has to be a port, a whole number from {first} to {last}."
    ),
    r"argument (?P<name>\S+): expected (?:one|at least one) argument": N_(
        "{name} needs a value after it."
    ),
    r"argument (?P<name>\S+): ignored explicit argument '(?P<given>.*)'": N_(
        "{name} takes no value, so “{given}” is not known."
    ),
}


def _wrong(message: str) -> Remark:
    """Return what is wrong, named; one sentence for all where argparse says something new."""
    for pattern, said in _WRONG.items():
        if found := re.fullmatch(pattern, message, re.DOTALL):
            named = found.groupdict()
            if "choices" in named:
                named["choices"] = named["choices"].replace("'", "")
            return Remark(said, {**named, "first": PORTS[0], "last": PORTS[-1]})
    return Remark(_NOT_UNDERSTOOD)


def build_parser(_: Reader) -> Parser:
    """Return the parser of every command."""
    parser = Parser(_, prog=called(), description=_("From a cluster's firms to their agreed plan."))
    commands = parser.add_subparsers(
        title=_("Commands"), dest="command", metavar=_("COMMAND"), required=True
    )
    for command in COMMANDS:
        made: Parser = commands.add_parser(
            command.name, _=_, help=_(command.about), description=_(command.about)
        )
        made.set_defaults(code=command.code)
        for argument in command.arguments:
            codes = ", ".join(argument.options.get("choices", ()))
            options = {"help": _(argument.about).format(codes=codes), **argument.options}
            if argument.shown:
                options["metavar"] = _(argument.shown)
            made.group.add_argument(argument.name, **options)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command says and return the exit code: 0 done, 1 problem found, 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    _ = reader(language=computer_language())
    try:
        chosen = build_parser(_).parse_args(_completed(arguments))
    except SystemExit as ended:
        return int(ended.code or DONE)
    try:
        return load(chosen.code)(_, chosen)
    except Problem as problem:
        print(problem.text(_), file=sys.stderr)
    except KeyboardInterrupt:
        print(_("Interrupted: nothing was left half-done."), file=sys.stderr)
    except OSError as error:
        told = _(
            "{path} could not be read or written, so the command stopped. What was saved before is"
            " kept. The system says: {reason}"
        )
        named, reason = error.filename or "–", error.strerror or str(error)
        print(told.format(path=named, reason=reason), file=sys.stderr)
    return TROUBLE


def _completed(arguments: Sequence[str] | None) -> list[str]:
    """Return what was typed, with `open` before it where no command is named."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    is_named = given and (given[0] in HELP or not given[0].startswith("-"))
    return given if is_named else [COMMANDS[0].name, *given]


def load(code: str) -> Callable[[Reader, argparse.Namespace], int]:
    """Return the function of a command; its module is imported only now, because it is slow."""
    module, name = code.split(":")
    found: Callable[[Reader, argparse.Namespace], int] = getattr(import_module(module), name)
    return found


if __name__ == "__main__":
    sys.exit(main())
