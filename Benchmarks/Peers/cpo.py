#!/usr/bin/env python3
"""Job shops and tardiness on one machine by IBM CP Optimizer Community Edition: an interval an operation, a no-overlap a machine.

The edition refuses search spaces over 2^1000, which is an error of the run.
"""
import os
import sys

import peer
from jobshop import JobShop
from tardiness import SingleMachine


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


def read(path):
    """By the end of the name, as `apus bench run` gives it."""
    return SingleMachine(path) if path.endswith(".csv") else JobShop(path)


def job_shop(shop, model):
    intervals = {o: model.interval_var(size=shop.duration(o)) for o in shop.operations}
    for (job, place), interval in intervals.items():
        if place:
            model.add(model.end_before_start(intervals[job, place - 1], interval))
    for operations in shop.on_machines():
        model.add(model.no_overlap([intervals[o] for o in operations]))
    model.minimize(model.max([model.end_of(interval) for interval in intervals.values()]))
    return lambda result: {o: result.get_var_solution(interval).get_start() for o, interval in intervals.items()}


def single_machine(machine, model):
    intervals = [model.interval_var(size=job.processing, start=(job.release, machine.horizon), end=(0, machine.horizon))
                 for job in machine.jobs]
    model.add(model.no_overlap(intervals))
    costs = []
    for interval, job in zip(intervals, machine.jobs):
        if job.weight:
            costs.append(job.weight * model.max(0, model.end_of(interval) - job.due))
        if job.earliness:
            costs.append(job.earliness * model.max(0, job.due - model.end_of(interval)))
    model.minimize(model.sum(costs))
    return lambda result: [result.get_var_solution(interval).get_start() for interval in intervals]


def solve(instance, run):
    model = CpoModel()
    solution = {JobShop: job_shop, SingleMachine: single_machine}[type(instance)](instance, model)

    class Watch(CpoCallback):
        def invoke(self, solver, event, result):
            if event == "Solution" and result.get_objective_values():
                run.found(round(result.get_objective_values()[0]))
            elif event == "ObjBound" and result.get_objective_bounds():
                run.bounded(round(result.get_objective_bounds()[0]))

    model.add_solver_callback(Watch())
    result = model.solve(
        TimeLimit=run.left(), Workers=run.threads, RandomSeed=run.seed, LogVerbosity="Quiet", agent="local", execfile=ENGINE)
    starts = solution(result) if result.is_solution() else None
    status = {"Optimal": "optimal", "Feasible": "feasible", "Infeasible": "infeasible"}.get(
        result.get_solve_status(), "unknown")
    bound = result.get_objective_bound()
    run.answer(status, instance, starts, None if bound is None else round(bound))


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements-cpo.txt, or name a Python that has it by APUS_PEERS_PYTHON", read)
