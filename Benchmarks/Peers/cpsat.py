#!/usr/bin/env python3
"""A job shop by OR-Tools CP-SAT: an interval an operation, a no-overlap a machine, the horizon of a greedy schedule."""
import peer

STATUS = {"OPTIMAL": "optimal", "FEASIBLE": "feasible", "INFEASIBLE": "infeasible"}


def load():
    global cp_model
    import ortools
    from ortools.sat.python import cp_model
    return f"OR-Tools {ortools.__version__}"


def solve(shop, run):
    model = cp_model.CpModel()
    starts = {o: model.new_int_var(shop.head(o), shop.latest(o), "") for o in shop.operations}
    makespan = model.new_int_var(0, shop.horizon, "")
    for (job, place), start in starts.items():
        following = starts.get((job, place + 1), makespan)
        model.add(start + shop.duration((job, place)) <= following)
    for operations in shop.on_machines():
        model.add_no_overlap(
            [model.new_fixed_size_interval_var(starts[o], shop.duration(o), "") for o in operations])
    model.minimize(makespan)

    class Watch(cp_model.CpSolverSolutionCallback):
        def on_solution_callback(self):
            run.found(round(self.objective_value))

    solver = cp_model.CpSolver()
    solver.parameters.num_workers = run.threads
    solver.parameters.random_seed = run.seed
    if run.memory:
        solver.parameters.max_memory_in_mb = run.memory >> 20
    solver.parameters.max_time_in_seconds = run.left()
    solver.best_bound_callback = lambda bound: run.bounded(round(bound))
    status = STATUS.get(solver.status_name(solver.solve(model, Watch())), "unknown")
    found = {o: solver.value(start) for o, start in starts.items()} if status in ("optimal", "feasible") else None
    bound = None if status == "infeasible" else round(solver.best_objective_bound)
    run.answer(status, shop, found, bound)


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements.txt, or name a Python that has it by APUS_PEERS_PYTHON")
