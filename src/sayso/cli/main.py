"""The command `sayso`. Each command lives in a file of its own and is loaded when it is called."""

from __future__ import annotations

import sys
from importlib import import_module

import click

from sayso.errors import SaysoError
from sayso.version import __version__

COMMANDS = {
    "actor": "Code an actor by its name: country, sector, and why.",
    "completion": "Print a script that completes sayso's commands in your shell.",
    "explain": "Explain a word that sayso prints.",
    "export": "Write readings in the formats that other programs read.",
    "gazetteer": "Print the places that a name may mean.",
    "read": "Read articles: who says what.",
    "schema": "Print the JSON Schema of a reading.",
    "when": "Say what an expression of time stands for.",
}
STOPPED = 130
"""The exit status of a command that Ctrl-C ended, as shells have it."""
EXITS = """\b
Exit status:
  0  everything was read
  1  something went wrong, and a message says what
  2  the command was not understood
  3  some documents could not be read; the rest were
  130  stopped by Ctrl-C; what was printed is complete"""


class Commands(click.Group):
    """Commands that are imported only when called, so that `sayso --help` is quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all commands."""
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        """The command of a name, loaded now."""
        if name not in COMMANDS:
            return None
        command = import_module(f"sayso.cli.{name}").command
        if not isinstance(command, click.Command):
            raise TypeError(f"sayso.cli.{name}.command is no command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands in the help page, without loading them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog=EXITS,
)
@click.version_option(__version__, "-V", "--version", prog_name="sayso")
def sayso() -> None:
    """Reads news reporting and says who says what, with the exact words."""


def main() -> None:
    """Runs the command line; errors of sayso become one message and an exit status, never a traceback."""
    try:
        sys.exit(sayso.main(prog_name="sayso", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("sayso: stopped", err=True)
        sys.exit(STOPPED)
    except SaysoError as error:
        click.echo(f"sayso: {error}", err=True)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; the interpreter must not complain about it
        sys.exit(0)
