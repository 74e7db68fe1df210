#!/usr/bin/env python3
"""A job shop by IBM CP Optimizer Community Edition: python3 cpo_jobshop.py FILE SECONDS WORKERS. Prints one JSON object.

The natural model: an interval an operation, a no-overlap a machine. The edition refuses search spaces over 2^1000.
"""
import json
import os
import sys
import time

from docplex.cp.model import CpoModel

from jobshop import read


def main(path, seconds, workers):
    begin = time.monotonic()
    jobs = read(path)
    model = CpoModel()
    machines = {}
    rows = []
    for job in jobs:
        row = []
        for machine, duration in job:
            interval = model.interval_var(size=duration)
            if row:
                model.add(model.end_before_start(row[-1], interval))
            machines.setdefault(machine, []).append(interval)
            row.append(interval)
        rows.append(row)
    for intervals in machines.values():
        model.add(model.no_overlap(intervals))
    model.add(model.minimize(model.max([model.end_of(row[-1]) for row in rows])))
    engine = os.path.join(os.path.dirname(sys.executable), "cpoptimizer")
    result = model.solve(
        TimeLimit=seconds - (time.monotonic() - begin), Workers=workers, LogVerbosity="Quiet",
        agent="local", execfile=engine)
    found = bool(result.is_solution())
    print(json.dumps({
        "status": "optimal" if found and result.get_solve_status() == "Optimal" else "feasible" if found else "unknown",
        "objective": int(result.get_objective_value()) if found else None,
        "bound": int(result.get_objective_bound()) if found else None,
        "seconds": time.monotonic() - begin,
        "starts": [[result.get_var_solution(i).get_start() for i in row] for row in rows] if found else None,
    }))


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
