"""`sayso completion`: completes commands, options and their values in the shell."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

SHELLS = ("bash", "zsh", "fish")


@click.command("completion")
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def command(ctx: click.Context, shell: str) -> None:
    """Print the completion script for SHELL.

    \b
    bash:  eval "$(sayso completion bash)"      in ~/.bashrc
    zsh:   eval "$(sayso completion zsh)"       in ~/.zshrc
    fish:  sayso completion fish | source       in ~/.config/fish/config.fish
    """
    complete = get_completion_class(shell)
    if complete is None:
        raise click.ClickException(f"there is no completion for {shell}")
    click.echo(complete(ctx.find_root().command, {}, "sayso", "_SAYSO_COMPLETE").source())
