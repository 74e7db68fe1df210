#!/usr/bin/env python3
"""Job shops, flexible job shops, projects and tardiness on one machine by OR-Tools CP-SAT, each in the model that is natural for it.

Intervals and no-overlap for machines; an optional interval a machine or mode and exactly one of them; cumulative for renewable
resources, sums for others, reservoirs.
"""
import peer
from flexible import FlexibleJobShop
from jobshop import JobShop
from project import Project
from tardiness import SingleMachine

STATUS = {"OPTIMAL": "optimal", "FEASIBLE": "feasible", "INFEASIBLE": "infeasible"}


def load():
    global cp_model
    import ortools
    from ortools.sat.python import cp_model
    return f"OR-Tools {ortools.__version__}"


def read(path):
    """By the end of the name, as `apus bench run` gives it."""
    ending = path.rsplit(".", 1)[-1]
    kind = {"fjs": FlexibleJobShop, "fajsp": FlexibleJobShop, "sm": Project, "mm": Project, "sch": Project, "rcp": Project,
            "csv": SingleMachine}
    return kind.get(ending, JobShop)(path)


def job_shop(shop, model):
    """An interval an operation, a no-overlap a machine, the horizon of a greedy schedule. Gives the makespan and what reads a solution."""
    starts = {o: model.new_int_var(shop.head(o), shop.latest(o), "") for o in shop.operations}
    makespan = model.new_int_var(0, shop.horizon, "")
    for (job, place), start in starts.items():
        following = starts.get((job, place + 1), makespan)
        model.add(start + shop.duration((job, place)) <= following)
    for operations in shop.on_machines():
        model.add_no_overlap(
            [model.new_fixed_size_interval_var(starts[o], shop.duration(o), "") for o in operations])
    return makespan, lambda solver: {o: solver.value(start) for o, start in starts.items()}


def chosen_intervals(model, horizon, durations):
    """Start, end, an interval a mode and its presence (True where there is only one mode)."""
    start = model.new_int_var(0, horizon, "")
    if len(durations) == 1:
        return start, start + durations[0], [model.new_fixed_size_interval_var(start, durations[0], "")], [True]
    end = model.new_int_var(0, horizon, "")
    present = [model.new_bool_var("") for _ in durations]
    model.add_exactly_one(present)
    intervals = [model.new_optional_interval_var(start, duration, end, literal, "")
                 for duration, literal in zip(durations, present)]
    return start, end, intervals, present


def chosen(solver, start, present):
    """The value of a start, and the number of the mode that is present."""
    return solver.value(start), next(k for k, literal in enumerate(present) if literal is True or solver.value(literal))


def flexible_job_shop(shop, model):
    rows = [chosen_intervals(model, shop.horizon, [duration for _, duration in modes]) for modes in shop.modes]
    for before, after in shop.precedences:
        model.add(rows[after][0] >= rows[before][1])
    machines = {}
    for modes, (_, _, intervals, _) in zip(shop.modes, rows):
        for (machine, _), interval in zip(modes, intervals):
            machines.setdefault(machine, []).append(interval)
    for intervals in machines.values():
        model.add_no_overlap(intervals)
    makespan = model.new_int_var(0, shop.horizon, "")
    model.add_max_equality(makespan, [end for _, end, _, _ in rows])
    return makespan, lambda solver: [chosen(solver, start, present) for start, _, _, present in rows]


def project(project, model):
    rows = [chosen_intervals(model, project.horizon, [mode[0] for mode in modes]) for modes in project.modes]
    for before, after, is_from_end, lag in project.lags:
        model.add(rows[after][0] >= rows[before][1 if is_from_end else 0] + lag)
    modes = [(mode, interval, literal) for choices, (_, _, intervals, present) in zip(project.modes, rows)
             for mode, interval, literal in zip(choices, intervals, present)]
    for k, capacity in enumerate(project.capacities):
        users = [(interval, mode[1][k]) for mode, interval, _ in modes if mode[1][k] and mode[0]]
        model.add_cumulative([interval for interval, _ in users], [demand for _, demand in users], capacity)
    for k, budget in enumerate(project.budgets):
        model.add(sum(mode[2][k] * literal for mode, _, literal in modes) <= budget)
    for level, consumed, produced in project.stocks:
        flows = [(start, -consumed[t]) for t, (start, _, _, _) in enumerate(rows) if consumed[t]]
        flows += [(end, produced[t]) for t, (_, end, _, _) in enumerate(rows) if produced[t]]
        if flows:
            most = level + sum(produced)
            model.add_reservoir_constraint([0] + [time for time, _ in flows], [level] + [by for _, by in flows], 0, most)
    makespan = model.new_int_var(0, project.horizon, "")
    model.add_max_equality(makespan, [end for _, end, _, _ in rows])
    return makespan, lambda solver: [chosen(solver, start, present) for start, _, _, present in rows]


def single_machine(machine, model):
    """Agreeable pairs (no longer, due no later, no less weight, released no later) are ordered by dominance."""
    jobs = machine.jobs
    starts = [model.new_int_var(job.release, machine.horizon - job.processing, "") for job in jobs]
    model.add_no_overlap([model.new_fixed_size_interval_var(start, job.processing, "") for start, job in zip(starts, jobs)])
    if not any(job.earliness for job in jobs):
        for i, first in enumerate(jobs):
            for j, second in enumerate(jobs):
                if i != j and first.goes_before(second) and (i < j or not second.goes_before(first)):
                    model.add(starts[i] + first.processing <= starts[j])
    costs = []
    for start, job in zip(starts, jobs):
        for weight, lateness in ((job.weight, start + job.processing - job.due), (job.earliness, job.due - job.processing - start)):
            if weight:
                late = model.new_int_var(0, machine.horizon + abs(job.due), "")
                model.add(late >= lateness)
                costs.append(weight * late)
    return sum(costs), lambda solver: [solver.value(start) for start in starts]


def solve(instance, run):
    model = cp_model.CpModel()
    build = {JobShop: job_shop, FlexibleJobShop: flexible_job_shop, Project: project,
             SingleMachine: single_machine}[type(instance)]
    objective, solution = build(instance, model)
    model.minimize(objective)

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
    name = solver.status_name(solver.solve(model, Watch()))
    if name == "MODEL_INVALID":
        raise ValueError(model.validate())
    status = STATUS.get(name, "unknown")
    found = solution(solver) if status in ("optimal", "feasible") else None
    bound = None if status == "infeasible" else round(solver.best_objective_bound)
    run.answer(status, instance, found, bound)


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements.txt, or name a Python that has it by APUS_PEERS_PYTHON", read)
