"""Wage subsidy and the earnings limits of pensions."""
