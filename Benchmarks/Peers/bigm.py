"""The disjunctive model of a job shop as a mixed-integer program (Manne 1960): a binary for each pair of operations on a machine.

Every big constant is the smallest that the pair's windows within the horizon allow, and pairs whose order they settle need none.
"""
import math


def write(shop, path):
    """Writes the program as free MPS. The columns: makespan, the starts in the order of shop.operations, the binaries."""
    columns = {"makespan": []}
    columns.update({start(o): [] for o in shop.operations})
    sides = {}

    def at_least(terms, side):
        row = f"r{len(sides)}"
        sides[row] = side
        for coefficient, column in terms:
            columns.setdefault(column, []).append((row, coefficient))

    def before(one, other):
        at_least([(1, start(other)), (-1, start(one))], shop.duration(one))

    for job, place in shop.operations:
        if place + 1 < len(shop.jobs[job]):
            before((job, place), (job, place + 1))
        else:
            at_least([(1, "makespan"), (-1, start((job, place)))], shop.duration((job, place)))
    binaries = []
    for operations in shop.on_machines():
        for number, one in enumerate(operations):
            for other in operations[number + 1:]:
                # How far each could lie behind the start of the other; at most 0: it never does.
                slack = shop.latest(one) + shop.duration(one) - shop.head(other)
                reverse = shop.latest(other) + shop.duration(other) - shop.head(one)
                if shop.head(other) + shop.duration(other) > shop.latest(one):
                    before(one, other)
                elif shop.head(one) + shop.duration(one) > shop.latest(other):
                    before(other, one)
                else:
                    first = f"b{len(binaries)}"
                    binaries.append(first)
                    at_least([(1, start(other)), (-1, start(one)), (-slack, first)], shop.duration(one) - slack)
                    at_least([(1, start(one)), (-1, start(other)), (reverse, first)], shop.duration(other))
    with open(path, "w") as file:
        file.write("NAME jobshop\nROWS\n N objective\n" + "".join(f" G {row}\n" for row in sides) + "COLUMNS\n")
        file.write(" makespan objective 1\n")
        for column, terms in columns.items():
            if binaries and column == binaries[0]:
                file.write(" MARK0 'MARKER' 'INTORG'\n")
            file.write("".join(f" {column} {row} {coefficient}\n" for row, coefficient in terms))
        if binaries:
            file.write(" MARK1 'MARKER' 'INTEND'\n")
        file.write("RHS\n" + "".join(f" RHS {row} {side}\n" for row, side in sides.items()) + "BOUNDS\n")
        file.write(f" UP BOUND makespan {shop.horizon}\n")
        for operation in shop.operations:
            file.write(f" LO BOUND {start(operation)} {shop.head(operation)}\n"
                       f" UP BOUND {start(operation)} {shop.latest(operation)}\n")
        file.write("".join(f" UP BOUND {column} 1\n" for column in binaries) + "ENDATA\n")


def start(operation):
    return f"s{operation[0]}_{operation[1]}"


def starts(shop, values):
    """A schedule from the columns' values, which are right but for tolerances and need not be whole: their order, shifted left."""
    return shop.shifted_left({o: math.floor(value + 1e-6) for o, value in zip(shop.operations, values[1:])})
