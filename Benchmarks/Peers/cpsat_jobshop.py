#!/usr/bin/env python3
"""A job shop by OR-tools CP-SAT: python3 cpsat_jobshop.py FILE SECONDS WORKERS. Prints one JSON object.

The natural model: an interval an operation, a no-overlap a machine, the horizon of a greedy schedule.
"""
import json
import sys
import time

from ortools.sat.python import cp_model

from jobshop import greedy_makespan, read


def main(path, seconds, workers):
    begin = time.monotonic()
    jobs = read(path)
    horizon = greedy_makespan(jobs)
    model = cp_model.CpModel()
    makespan = model.new_int_var(0, horizon, "makespan")
    machines = {}
    starts = []
    for job in jobs:
        previous = None
        row = []
        for machine, duration in job:
            start = model.new_int_var(0, horizon - duration, "")
            interval = model.new_fixed_size_interval_var(start, duration, "")
            machines.setdefault(machine, []).append(interval)
            if previous is not None:
                model.add(start >= previous)
            previous = start + duration
            row.append(start)
        model.add(makespan >= previous)
        starts.append(row)
    for intervals in machines.values():
        model.add_no_overlap(intervals)
    model.minimize(makespan)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = workers
    solver.parameters.max_time_in_seconds = max(0.1, seconds - (time.monotonic() - begin))
    status = solver.solve(model)
    found = status in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    print(json.dumps({
        "status": "optimal" if status == cp_model.OPTIMAL else "feasible" if found else "unknown",
        "objective": int(solver.objective_value) if found else None,
        "bound": int(solver.best_objective_bound),
        "seconds": time.monotonic() - begin,
        "starts": [[solver.value(start) for start in row] for row in starts] if found else None,
    }))


main(sys.argv[1], float(sys.argv[2]), int(sys.argv[3]))
