"""``python -m core.cli``: the command line where the script is not installed."""

from core.cli import main

main(prog_name="citata")
