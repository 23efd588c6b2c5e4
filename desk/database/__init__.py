"""The one file: schema, migrations, connection, revisions; it and `articles.search` alone know the SQL engine."""
