#!/usr/bin/env python3
"""A job shop by GLPK's glpsol, which has one thread: the disjunctive model with big constants, bigm.py."""
import math
import os
import re
import shutil
import subprocess
import tempfile

import bigm
import peer

# +  1234: mip =   9.300000000e+02 >=   6.550000000e+02  29.6% (12; 3)
# with >>>>> for a new solution, 'not found yet' for none, and '-inf' or 'tree is empty' for a bound that is none.
PROGRESS = re.compile(r"\+\s*\d+: (>>>>>|mip =)\s+(not found yet|\S+)\s+>=\s+(\d\S*|)")


def load():
    program = shutil.which("glpsol")
    if program is None:
        raise OSError("there is no program glpsol")
    text = subprocess.run([program, "--version"], capture_output=True, text=True).stdout
    return "GLPK " + re.search(r"\d+[.]\d+", text)[0]


def solve(shop, run):
    with tempfile.TemporaryDirectory() as folder:
        model, result = os.path.join(folder, "model.mps"), os.path.join(folder, "result")
        bigm.write(shop, model)
        process = subprocess.Popen(
            ["glpsol", "--freemps", model, "--cuts", "--seed", str(run.seed), "--tmlim", str(max(1, round(run.left()))),
             "-w", result], stdout=subprocess.PIPE, text=True)
        bound, infeasible = None, False
        for line in process.stdout:
            infeasible = infeasible or "NO PRIMAL FEASIBLE" in line or "NO INTEGER FEASIBLE" in line
            if progress := PROGRESS.match(line):
                if progress[1] == ">>>>>":
                    run.found(round(float(progress[2])))
                if progress[3]:
                    proven = math.ceil(float(progress[3]) - 1e-6)
                    if bound is None or proven > bound:
                        bound = proven
                        run.bounded(bound)
        process.wait()
        if infeasible:
            run.answer("infeasible", shop)
        status, values = read(result)
    starts = bigm.starts(shop, values) if status in "of" else None
    run.answer({"o": "optimal", "f": "feasible"}.get(status, "unknown"), shop, starts, bound)


def read(path):
    """The status of a result of glpsol, `o` optimal, `f` feasible, and the columns' values."""
    status, values = "u", []
    if os.path.exists(path):
        with open(path) as file:
            for words in map(str.split, file):
                if words[:2] == ["s", "mip"]:
                    status = words[4]
                elif words[:1] == ["j"]:
                    values.append(float(words[2]))
    return status, values


peer.main(load, solve, "install glpsol: apt-get install glpk-utils, brew install glpk")
