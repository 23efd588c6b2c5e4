"""The department's tables: settings, people, delegations, chuyên mục, pictures.

`migrations.py` makes them; `schema.TABLES` has them all, a test keeps both alike.
"""

from __future__ import annotations

import peewee as pw
from playhouse.apsw_ext import BooleanField

from desk.database.connection import DeskTable


class Setting(DeskTable):
    """What belongs to the desk, not to a machine; values are JSON."""

    key = pw.TextField(primary_key=True)
    value = pw.TextField()

    class Meta:
        without_rowid = True


class Person(DeskTable):
    """Somebody who works at the desk; `roles` is space-separated, `password` carries its parameters.

    `failures` are wrong passwords in a row, `untold` those that the journal has not yet told; `renew` asks for a new
    password at the next sign-in.
    """

    id = pw.AutoField()
    name = pw.TextField()
    name_key = pw.TextField(unique=True)
    title = pw.TextField()
    unit = pw.TextField()
    roles = pw.TextField()
    active = BooleanField()
    password = pw.TextField()
    failures = pw.IntegerField()
    failed_at = pw.TextField(null=True)
    version = pw.IntegerField()
    renew = BooleanField()
    untold = pw.IntegerField()


class Section(DeskTable):
    """A chuyên mục."""

    id = pw.AutoField()
    title = pw.TextField()
    position = pw.IntegerField()
    active = BooleanField()


class Delegation(DeskTable):
    """A chief lets somebody sign for them (ký thay) from a moment to a moment, UTC."""

    id = pw.AutoField()
    chief = pw.ForeignKeyField(Person, column_name="chief_id", lazy_load=False)
    chief_id: int
    delegate = pw.ForeignKeyField(Person, column_name="delegate_id", lazy_load=False)
    delegate_id: int
    since = pw.TextField()
    until = pw.TextField()
    note = pw.TextField()
    ended_at = pw.TextField(null=True)


class StoredPicture(DeskTable):
    """A picture, stored once under the SHA-256 of its bytes."""

    sha256 = pw.TextField(primary_key=True)
    mime = pw.TextField()
    width = pw.IntegerField()
    height = pw.IntegerField()
    name = pw.TextField()
    data = pw.BlobField()
    added_by = pw.ForeignKeyField(Person, column_name="added_by_id", lazy_load=False)
    added_by_id: int
    added_at = pw.TextField()

    class Meta:
        table_name = "picture"


class Rendition(DeskTable):
    """A picture once more, small, for the screen; one taken in before there were renditions has none."""

    picture = pw.ForeignKeyField(
        StoredPicture, primary_key=True, column_name="picture_sha256", lazy_load=False
    )
    data = pw.BlobField()
