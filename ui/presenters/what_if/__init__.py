"""Entä jos: a job compared three ways; no Qt."""
