#!/usr/bin/env python3
"""A job shop by Gecode through MiniZinc: gecode.mzn."""
import json
import os
import re
import shutil
import subprocess
import tempfile

import peer

MODEL = os.path.join(os.path.dirname(os.path.abspath(__file__)), "gecode.mzn")
SOLUTION = re.compile(r"makespan (\d+) starts \[(.*)\]")


def load():
    for program in ("minizinc", "fzn-gecode"):
        if shutil.which(program) is None:
            raise OSError(f"there is no program {program}")
    known = subprocess.run(["minizinc", "--solvers"], capture_output=True, text=True).stdout
    version = re.search(r"Gecode (\d\S*)", known)
    if version is None:
        raise OSError("minizinc --solvers lists no Gecode")
    return f"Gecode {version[1]}"


def data(shop):
    machines = {machine: m + 1 for m, machine in enumerate(sorted({m for job in shop.jobs for m, _ in job}))}
    return {
        "horizon": shop.horizon, "machines": len(machines), "tasks": len(shop.operations),
        "job": [j for j, _ in shop.operations], "machine": [machines[shop.jobs[j][k][0]] for j, k in shop.operations],
        "duration": [shop.duration(o) for o in shop.operations],
        "earliest": [shop.head(o) for o in shop.operations], "latest": [shop.latest(o) for o in shop.operations],
    }


def solve(shop, run):
    status, starts = "unknown", None
    with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(data(shop), file)
        file.flush()
        words = ["minizinc", "--solver", "gecode", "-a", "-p", str(run.threads), "-r", str(run.seed),
                 "--time-limit", str(int(run.left() * 1000)), MODEL, file.name]
        process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for line in process.stdout:
            if solution := SOLUTION.match(line):
                starts = dict(zip(shop.operations, map(int, solution[2].split(","))))
                status = "feasible"
                run.found(int(solution[1]))
            elif line.startswith("=========="):
                status = "optimal"
            elif line.startswith("=====UNSATISFIABLE"):
                status = "infeasible"
        if process.wait() != 0:
            raise SystemExit(f"minizinc: {process.stderr.read().strip()[-300:]}")
    run.answer(status, shop, starts)


peer.main(load, solve, "install minizinc and gecode: apt-get install minizinc, brew install minizinc")
