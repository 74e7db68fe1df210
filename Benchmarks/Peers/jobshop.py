"""Reading job shops in the standard format, a greedy horizon, and a check: what the peers' scripts share."""


def read(path):
    """The jobs of a file: lists of (machine, duration)."""
    with open(path) as file:
        numbers = [int(word) for line in file if not line.startswith("#") for word in line.split()]
    count, machines = numbers[0], numbers[1]
    flat = numbers[2:]
    return [
        [tuple(flat[2 * (j * machines + k):2 * (j * machines + k) + 2]) for k in range(machines)] for j in range(count)
    ]


def greedy_makespan(jobs):
    """The makespan of a schedule that always starts the operation that can start first, most work remaining first."""
    job_ready = [0] * len(jobs)
    machine_ready = {}
    position = [0] * len(jobs)
    remaining = [sum(duration for _, duration in job) for job in jobs]
    for _ in range(sum(len(job) for job in jobs)):
        best = None
        for j, job in enumerate(jobs):
            if position[j] < len(job):
                machine, duration = job[position[j]]
                start = max(job_ready[j], machine_ready.get(machine, 0))
                best = min(best or (start, -remaining[j], j), (start, -remaining[j], j))
        start, _, j = best
        machine, duration = jobs[j][position[j]]
        job_ready[j] = machine_ready[machine] = start + duration
        remaining[j] -= duration
        position[j] += 1
    return max(job_ready)


def makespan_of(jobs, starts):
    """The makespan of a schedule, or None where it breaks the shop. Independent of every solver."""
    busy = {}
    for job, row in zip(jobs, starts):
        ready = 0
        for (machine, duration), start in zip(job, row):
            if start < ready:
                return None
            ready = start + duration
            busy.setdefault(machine, []).append((start, ready))
    for spans in busy.values():
        spans.sort()
        if any(end > start for (_, end), (start, _) in zip(spans, spans[1:])):
            return None
    return max(start + job[-1][1] for job, row in zip(jobs, starts) for start in row[-1:])
