"""What all peers' programs share: arguments, clock, events, the solution file and the answer. Docs/BenchmarkRuns.md has the protocol."""
import argparse
import json
import os
import sys
import time

from jobshop import JobShop

# As `apus solve` ends.
EXIT = {"optimal": 0, "feasible": 10, "infeasible": 20, "unknown": 30}
NOT_INSTALLED = 69


class Run:
    """One run of a solver. Its clock begins when the solver has been imported."""

    def __init__(self, options):
        self.threads = options.threads
        self.seed = options.seed
        self.memory = options.memory
        self._limit = options.time
        self._begin = time.monotonic()
        self._events = open(options.events, "w") if options.events else None
        self._output = options.output
        self._to_best = None

    def seconds(self):
        return time.monotonic() - self._begin

    def left(self):
        """Seconds until the time limit."""
        return max(0.05, self._limit - self.seconds())

    def found(self, objective):
        """Tells of a better solution."""
        self._to_best = round(self.seconds(), 3)
        self._event("solution", objective=objective)

    def bounded(self, bound):
        """Tells of a better bound."""
        self._event("bound", bound=bound)

    def _event(self, kind, **values):
        if self._events:
            self._events.write(json.dumps({"event": kind, "t": round(self.seconds(), 3), **values}) + "\n")
            self._events.flush()

    def answer(self, status, instance, solution=None, bound=None, version=None):
        """Writes the solution, what instance.tasks understands or None, prints the answer and ends the process."""
        seconds = self.seconds()
        objective = None
        if solution is not None:
            objective = instance.value(solution)
            if status == "optimal":
                bound = objective
            with open(self._output or os.devnull, "w") as file:
                json.dump({"format": "apus-solution", "version": 1, "family": instance.family,
                           "status": status, "objective": objective, "bound": bound, "seed": self.seed,
                           "tasks": instance.tasks(solution)}, file)
        print(json.dumps({"version": 1, "status": status, "objective": objective, "bound": bound,
                          "seconds": round(seconds, 3), "secondsToBest": self._to_best, "threads": self.threads,
                          "seed": self.seed, "solverVersion": version}), flush=True)
        # Some solvers keep threads for longer than their search.
        os._exit(EXIT[status])


def read_job_shop(path):
    """What a peer reads that knows no other family."""
    if not path.endswith(".txt"):
        raise ValueError("this peer solves job shops only")
    return JobShop(path)


def main(load, solve, install, read=read_job_shop):
    """Runs a peer.

    load() imports what the peer needs and gives its version; ImportError or OSError says that it is not there. solve(instance, run)
    ends with run.answer(...), where the instance is what read(path) gives. `install` names what to install.
    """
    parser = argparse.ArgumentParser(description=sys.modules["__main__"].__doc__)
    parser.add_argument("instance", nargs="?", help="an instance as `apus bench run` writes them")
    parser.add_argument("--time", type=float, default=60, help="seconds")
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--memory", type=int, help="bytes")
    parser.add_argument("--output", help="the solution file")
    parser.add_argument("--events", help="the file of events")
    parser.add_argument("--version", action="store_true", help="print the solver's version, or what to install")
    options = parser.parse_args()
    try:
        version = load()
    except (ImportError, OSError) as error:
        print(f"not installed ({error}); {install}", file=sys.stderr)
        sys.exit(NOT_INSTALLED)
    if options.version:
        print(version)
        return
    if options.instance is None:
        parser.error("expected an instance")
    run = Run(options)
    try:
        solve(read(options.instance), run)
    except Exception as error:
        # The last line is what is kept of a run that fails.
        sys.exit(f"{type(error).__name__}: {' '.join(str(error).split())}")
