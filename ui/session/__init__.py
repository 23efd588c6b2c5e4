"""Who is signed in and how windows reach the desk: the client, the session, the page; imports `words`."""
