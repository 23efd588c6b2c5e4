"""The one file: schema, migrations, connection, stored revisions; the only room that knows which SQL engine it is."""
