"""Alembic's environment and the versions, which it reads as files."""
