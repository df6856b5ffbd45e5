"""List the people of the desk, or change who works here and as what."""

from __future__ import annotations

import typer

from factcheck.cli.console import print_json, print_lines, print_table
from factcheck.vocabulary import Role


def command(
    ctx: typer.Context,
    add: str | None = typer.Option(None, "--add", metavar="NAME", help="Add somebody, or give them other roles."),
    roles: list[str] = typer.Option(
        [], "--role", metavar="ROLE", help=f"A role of theirs: {', '.join(Role)} [checker and reviewer]."
    ),
    rename: str | None = typer.Option(None, "--rename", metavar="NAME", help="Rename somebody; with --to."),
    to: str | None = typer.Option(None, "--to", metavar="NAME", help="The new name."),
    solo: str | None = typer.Option(
        None, "--solo", metavar="yes|no", help="Whether the checker may sign off alone, marked as such."
    ),
    as_json: bool = typer.Option(False, "--json", help="Print JSON."),
) -> None:
    """List the people of the desk with their roles; add or rename somebody; make it a desk of one or of several.

    Changes take the role of head or admin. A second person ends a desk of one, and then an approval takes two people.

    Example: factcheck people    ·    factcheck people --add "Omar Diaz" --role reviewer --role head
    """
    from factcheck.cli.console import chosen
    from factcheck.cli.desk import open_desk
    from factcheck.errors import InvalidValue

    if roles and add is None:
        raise InvalidValue("--role says what somebody does here: name them with --add")
    if (rename is None) != (to is None):
        raise InvalidValue("to rename somebody, give both --rename NAME and --to NAME")
    wanted = [Role(chosen(role, Role, "role")) for role in roles]
    if solo is not None:
        chosen(solo, ("yes", "no"), "--solo")
    with open_desk(ctx.obj) as desk:
        if add is not None:
            known = {person.name.casefold() for person in desk.people()}
            if not wanted and " ".join(add.split()).casefold() in known:
                raise InvalidValue(f"{add} works here already; give the roles they should have with --role")
            desk.add_person(add, wanted)
        if rename is not None and to is not None:
            desk.rename_person(rename, to)
        if solo is not None:
            desk.set("solo", solo)
        people, is_solo = desk.people(), desk.is_solo
    if as_json:
        print_json({"solo": is_solo, "people": people})
        return
    if people:
        rows = [[p.name, ", ".join(p.roles) or "–", "" if p.active else "has left"] for p in people]
        print_table(["name", "roles", ""], rows, widest="roles")
    else:
        print_lines(["Nobody has acted on this desk yet; whoever acts first founds it."])
    sign_off = "the checker may sign off alone" if is_solo else "an approval takes two people"
    print_lines(["", f"{'a desk of one' if is_solo else 'a desk of several'}: {sign_off}"])
