"""Flexible job shops, chains and graphs: what all models of them need. No solver is imported here."""


class FlexibleJobShop:
    """modes[i] lists (machine, duration) of operation i; precedences are pairs of operations; names[i] is (job, place)."""

    family = "flexible-jobshop"

    def __init__(self, path):
        with open(path) as file:
            lines = [line.split() for line in file if line.strip() and not line.startswith("#")]
        if path.endswith(".fajsp"):
            self._read_graph([[int(word) for word in line] for line in lines])
        else:
            self._read_chains([[int(word) for word in line] for line in lines[1:]])
        self.horizon = sum(max(duration for _, duration in modes) for modes in self.modes)

    def _read_chains(self, lines):
        self.modes, self.precedences, self.names = [], [], []
        for job, line in enumerate(lines):
            place = 1
            for index in range(line[0]):
                if index:
                    self.precedences.append((len(self.modes) - 1, len(self.modes)))
                count = line[place]
                pairs = line[place + 1:place + 1 + 2 * count]
                place += 1 + 2 * count
                self.modes.append([(machine - 1, duration) for machine, duration in zip(pairs[::2], pairs[1::2])])
                self.names.append((job, index))

    def _read_graph(self, lines):
        count, arcs, _ = lines[0]
        self.precedences = [tuple(line) for line in lines[1:1 + arcs]]
        self.modes = [list(zip(line[1::2], line[2::2])) for line in lines[1 + arcs:1 + arcs + count]]
        # Jobs are the connected parts, by their first operations.
        part = list(range(count))

        def root(node):
            while part[node] != node:
                node = part[node]
            return node

        for before, after in self.precedences:
            first, second = sorted((root(before), root(after)))
            part[second] = first
        jobs, lengths, self.names = {}, {}, []
        for node in range(count):
            job = jobs.setdefault(root(node), len(jobs))
            self.names.append((job, lengths.get(job, 0)))
            lengths[job] = lengths.get(job, 0) + 1

    def value(self, solution):
        """solution[i] is (start, number of the mode)."""
        return max(start + self.modes[i][mode][1] for i, (start, mode) in enumerate(solution))

    def tasks(self, solution):
        """The tasks of a solution file."""
        return [{"job": self.names[i][0], "operation": self.names[i][1], "machine": self.modes[i][mode][0], "start": start,
                 "end": start + self.modes[i][mode][1]} for i, (start, mode) in enumerate(solution)]
