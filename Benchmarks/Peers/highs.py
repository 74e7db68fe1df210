#!/usr/bin/env python3
"""A job shop by HiGHS: the disjunctive model with big constants, bigm.py."""
import math
import tempfile

import bigm
import peer


def load():
    global highspy
    import highspy
    return f"HiGHS {highspy.Highs().version()}"


def solve(shop, run):
    solver = highspy.Highs()
    with tempfile.NamedTemporaryFile("w", suffix=".mps") as file:
        bigm.write(shop, file.name)
        solver.setOptionValue("output_flag", False)
        solver.readModel(file.name)
    solver.setOptionValue("threads", run.threads)
    solver.setOptionValue("random_seed", run.seed)
    # The makespan is whole: a difference below 1 is none.
    solver.setOptionValue("mip_rel_gap", 0.0)
    solver.setOptionValue("mip_abs_gap", 0.999)
    solver.setOptionValue("time_limit", run.left())
    solver.cbMipImprovingSolution += lambda event: run.found(round(event.data_out.objective_function_value))
    solver.run()
    information = solver.getInfo()
    end = solver.getModelStatus()
    starts = None
    if information.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
        starts = bigm.starts(shop, solver.getSolution().col_value)
    bound = information.mip_dual_bound
    bound = math.ceil(bound - 1e-6) if abs(bound) < 1e15 else None
    if end == highspy.HighsModelStatus.kInfeasible:
        run.answer("infeasible", shop)
    if end == highspy.HighsModelStatus.kOptimal:
        run.answer("optimal", shop, starts)
    run.answer("unknown" if starts is None else "feasible", shop, starts, bound)


peer.main(load, solve, "python3 -m pip install -r Benchmarks/Peers/requirements.txt, or name a Python that has it by APUS_PEERS_PYTHON")
