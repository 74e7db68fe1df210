#!/usr/bin/env python3
"""A job shop by Pumpkin, lazy clause generation: a literal for the order of every pair of operations on a machine.

Its Python interface has no disjunctive constraint, no choice of branching and one thread.
"""
import peer


def load():
    global pumpkin_solver, constraints, optimisation
    from importlib.metadata import version

    import pumpkin_solver
    from pumpkin_solver import constraints, optimisation
    return f"Pumpkin {version('pumpkin-solver')}"


def solve(shop, run):
    model = pumpkin_solver.Model(seed=run.seed)
    tag = model.new_constraint_tag()
    starts = {o: model.new_integer_variable(shop.head(o), shop.latest(o)) for o in shop.operations}
    makespan = model.new_integer_variable(0, shop.horizon)

    def before(operation, following):
        return constraints.LessThanOrEquals(
            [starts[operation], following.scaled(-1)], -shop.duration(operation), tag)

    for job, place in shop.operations:
        model.add_constraint(before((job, place), starts.get((job, place + 1), makespan)))
    for operations in shop.on_machines():
        for number, one in enumerate(operations):
            for other in operations[number + 1:]:
                literal = model.new_boolean_variable()
                model.add_implication(before(one, starts[other]), literal)
                model.add_implication(before(other, starts[one]), literal.negate())
    best = {}

    def on_solution(solution):
        best.update({o: solution.int_value(start) for o, start in starts.items()})
        run.found(solution.int_value(makespan))

    bound = model.lower_bound(makespan)
    result = model.optimise(
        makespan, optimiser=optimisation.Optimiser.LinearSatUnsat, direction=optimisation.Direction.Minimise,
        timeout=run.left(), on_solution=on_solution)
    kinds = optimisation.OptimisationResult
    if isinstance(result, (kinds.Optimal, kinds.Satisfiable)):
        best.update({o: result._0.int_value(start) for o, start in starts.items()})
    if isinstance(result, kinds.Unsatisfiable):
        run.answer("infeasible", shop)
    status = "optimal" if isinstance(result, kinds.Optimal) else "feasible" if best else "unknown"
    run.answer(status, shop, best or None, bound)


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements.txt, or name a Python that has it by APUS_PEERS_PYTHON")
