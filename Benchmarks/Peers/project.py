"""Projects in the formats that Apus writes: .sm and .mm of PSPLIB, .sch of ProGen/max, .rcp with reservoirs. No solver is imported here."""


class Project:
    """modes[t] lists (duration, demands, uses) of task t; lags are (before, after, whether from the end, lag); stocks are
    (initial level, consumed by task, produced by task)."""

    family = "rcpsp"

    def __init__(self, path):
        with open(path) as file:
            lines = [line for line in file if line.strip() and not line.startswith("#")]
        self.capacities, self.budgets, self.stocks, self.lags, self.modes = [], [], [], [], []
        if path.endswith(".sch"):
            self._read_max([line.split() for line in lines])
        elif path.endswith(".rcp"):
            self._read_reservoirs([int(word) for line in lines for word in line.split()])
        else:
            self._read_psplib(lines)
        longest = [max(duration for duration, _, _ in modes) for modes in self.modes]
        weights = list(longest)
        for before, _, is_from_end, lag in self.lags:
            weights[before] = max(weights[before], lag + (longest[before] if is_from_end else 0))
        self.horizon = sum(weights)

    def _read_psplib(self, lines):
        def number(word):
            return next(int(line.split(":")[1].split()[0]) for line in lines if word in line and ":" in line)

        def below(title, skipped):
            first = next(i for i, line in enumerate(lines) if line.startswith(title)) + 1 + skipped
            rows = []
            for line in lines[first:]:
                if line.startswith("*") or line[0].isalpha():
                    break
                rows.append([int(word) for word in line.split()])
            return rows

        count, renewables = number("jobs"), number("- renewable")
        for row in below("PRECEDENCE", 1)[:count]:
            self.lags += [(row[0] - 1, after - 1, True, 0) for after in row[3:3 + row[2]]]
        width = 2 + renewables + number("- nonrenewable")
        for row in below("REQUESTS", 2):
            if len(row) > width:
                self.modes.append([])
            duration, demands = row[-width + 1], row[-width + 2:]
            self.modes[-1].append((duration, demands[:renewables], demands[renewables:]))
        amounts = (below("RESOURCEAVAILABILITIES", 1) or [[]])[0]
        self.capacities, self.budgets = amounts[:renewables], amounts[renewables:]

    def _read_max(self, lines):
        count = int(lines[0][0]) + 2
        for line in lines[1:1 + count]:
            after = int(line[2])
            self.lags += [(int(line[0]), int(task), False, int(lag.strip("[]")))
                          for task, lag in zip(line[3:3 + after], line[3 + after:])]
        for line in lines[1 + count:1 + 2 * count]:
            numbers = [int(word) for word in line]
            self.modes.append([(numbers[2], numbers[3:], [])])
        self.capacities = [int(word) for line in lines[1 + 2 * count:] for word in line]

    def _read_reservoirs(self, numbers):
        word = iter(numbers)

        def take(count):
            return [next(word) for _ in range(count)]

        count, resources, stocks = take(3)
        self.capacities = take(resources)
        levels = take(stocks)
        flows = []
        for task in range(count):
            duration, *demands = take(1 + resources)
            self.modes.append([(duration, demands, [])])
            flow = take(2 * stocks)
            # What the dummies take and bring does not count.
            flows.append(flow if 0 < task < count - 1 else [0] * len(flow))
            self.lags += [(task, after - 1, True, 0) for after in take(next(word))]
        self.stocks = [(level, [flow[2 * k] for flow in flows], [flow[2 * k + 1] for flow in flows])
                       for k, level in enumerate(levels)]

    def value(self, solution):
        """solution[t] is (start, number of the mode)."""
        return max(start + self.modes[t][mode][0] for t, (start, mode) in enumerate(solution))

    def tasks(self, solution):
        """The tasks of a solution file."""
        return [{"task": t, "mode": mode, "start": start, "end": start + self.modes[t][mode][0]}
                for t, (start, mode) in enumerate(solution)]
