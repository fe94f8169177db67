"""A rival that does nothing: one second for each line it is handed."""

from tests.benchmarks.rivals.turns import serve

if __name__ == "__main__":
    serve("Echo", lambda bills: {"lines": sum(len(bill["lines"]) for bill in bills)})
