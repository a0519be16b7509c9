"""The HTTP API and the commands that need a server or a database."""
