"""What all tables share: the base class, and the rules that keep a wrong value out."""

from collections.abc import Iterable
from enum import StrEnum

from sqlalchemy import Boolean, CheckConstraint, MetaData, Table
from sqlalchemy.orm import registry
from sqlmodel import SQLModel

NAMES = {
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
}
KEYED = {"sqlite_with_rowid": False}


class Row(SQLModel, registry=registry(metadata=MetaData(naming_convention=NAMES))):
    """The class of all tables; its metadata is the schema."""

    # No row is validated here, so no command waits until Pydantic has made a validator for each table.
    model_config = {"defer_build": True}


def table_of(row: type[Row]) -> Table:
    """Return the table behind a row class, for statements."""
    return Row.metadata.tables[str(row.__tablename__)]


def flag(name: str) -> Boolean:
    """Return a type for yes and no: 0 and 1 where the engine has no type of its own for them."""
    return Boolean(create_constraint=True, name=name)


def one_of(column: str, names: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """Allow only the values of a closed list."""
    values = ", ".join(f"'{name}'" for name in names)
    return CheckConstraint(f"{column} IN ({values})", name=column)


def not_empty(column: str) -> CheckConstraint:
    """Refuse the empty text."""
    return CheckConstraint(f"{column} <> ''", name=f"{column}_not_empty")


def not_negative(column: str) -> CheckConstraint:
    """Refuse numbers below zero."""
    return CheckConstraint(f"{column} >= 0", name=f"{column}_not_negative")


def partial_date(column: str) -> CheckConstraint:
    """Allow nothing, YYYY, YYYY-MM or YYYY-MM-DD; written so that every engine reads it alike."""
    digits = f"replace({column}, '-', '')"
    rule = (
        f"{column} = '' OR ("
        f"({column} LIKE '____' OR {column} LIKE '____-__' OR {column} LIKE '____-__-__')"
        f" AND length({digits}) IN (4, 6, 8) AND rtrim({digits}, '0123456789') = ''"
        f" AND (length({column}) < 7 OR substr({column}, 6, 2) BETWEEN '01' AND '12')"
        f" AND (length({column}) < 10 OR substr({column}, 9, 2) BETWEEN '01' AND '31'))"
    )
    return CheckConstraint(rule, name=column)


def moment(column: str) -> CheckConstraint:
    """Allow what begins with a whole date, as ISO 8601 does."""
    return CheckConstraint(f"\"{column}\" LIKE '____-__-__%'", name=column)
