#!/usr/bin/env python3
"""A job shop by IBM CP Optimizer Community Edition: an interval an operation, a no-overlap a machine.

The edition refuses search spaces over 2^1000, which is an error of the run.
"""
import os
import sys

import peer


def load():
    global CpoModel, CpoCallback, ENGINE
    from importlib.metadata import PackageNotFoundError, version

    from docplex.cp.model import CpoModel
    from docplex.cp.solver.cpo_callback import CpoCallback
    ENGINE = os.path.join(os.path.dirname(sys.executable), "cpoptimizer")
    if not os.access(ENGINE, os.X_OK):
        raise OSError(f"there is no {ENGINE}")
    try:
        return f"CP Optimizer {version('cplex')} Community Edition"
    except PackageNotFoundError:
        return "CP Optimizer"


def solve(shop, run):
    model = CpoModel()
    intervals = {o: model.interval_var(size=shop.duration(o)) for o in shop.operations}
    for (job, place), interval in intervals.items():
        if place:
            model.add(model.end_before_start(intervals[job, place - 1], interval))
    for operations in shop.on_machines():
        model.add(model.no_overlap([intervals[o] for o in operations]))
    model.minimize(model.max([model.end_of(interval) for interval in intervals.values()]))

    class Watch(CpoCallback):
        def invoke(self, solver, event, result):
            if event == "Solution" and result.get_objective_values():
                run.found(round(result.get_objective_values()[0]))
            elif event == "ObjBound" and result.get_objective_bounds():
                run.bounded(round(result.get_objective_bounds()[0]))

    model.add_solver_callback(Watch())
    result = model.solve(
        TimeLimit=run.left(), Workers=run.threads, RandomSeed=run.seed, LogVerbosity="Quiet", agent="local", execfile=ENGINE)
    starts = None
    if result.is_solution():
        starts = {o: result.get_var_solution(interval).get_start() for o, interval in intervals.items()}
    status = {"Optimal": "optimal", "Feasible": "feasible", "Infeasible": "infeasible"}.get(
        result.get_solve_status(), "unknown")
    bound = result.get_objective_bound()
    run.answer(status, shop, starts, None if bound is None else round(bound))


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements-cpo.txt, or name a Python that has it by APUS_PEERS_PYTHON")
