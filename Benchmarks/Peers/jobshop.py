"""Job shops in the standard format: what all models of them need. No solver is imported here."""
import heapq


class JobShop:
    """jobs[j][k] is (machine, duration) of the operation k of job j."""

    family = "jobshop"

    def __init__(self, path):
        with open(path) as file:
            rows = [[int(word) for word in line.split()] for line in file if not line.startswith("#") and line.strip()]
        (count, width), rows = rows[0][:2], rows[1:]
        if len(rows) != count:
            # Jobs of equal length may be broken into lines at will.
            numbers = [number for row in rows for number in row]
            rows = [numbers[2 * j * width:2 * (j + 1) * width] for j in range(count)]
        # The pair -1 -1 fills the row of a job that is shorter than others.
        self.jobs = [[(machine, duration) for machine, duration in zip(row[::2], row[1::2]) if machine >= 0] for row in rows]
        self.operations = [(j, k) for j, job in enumerate(self.jobs) for k in range(len(job))]
        self.horizon = max((end for row in self.greedy_ends() for end in row), default=0)

    def duration(self, operation):
        job, place = operation
        return self.jobs[job][place][1]

    def on_machines(self):
        """The operations of each machine, in the order of the file."""
        machines = {}
        for job, place in self.operations:
            machines.setdefault(self.jobs[job][place][0], []).append((job, place))
        return list(machines.values())

    def head(self, operation):
        """What the job must have done before."""
        job, place = operation
        return sum(duration for _, duration in self.jobs[job][:place])

    def tail(self, operation):
        """What the job has to do afterwards."""
        job, place = operation
        return sum(duration for _, duration in self.jobs[job][place + 1:])

    def latest(self, operation):
        """The latest start within the horizon."""
        return self.horizon - self.tail(operation) - self.duration(operation)

    def greedy_ends(self):
        """Ends in a schedule that always starts what can start first, the job with most work left before others: a good horizon."""
        ends = [[] for _ in self.jobs]
        free = {}
        work = [sum(duration for _, duration in job) for job in self.jobs]
        # What starts later than it was noted, since its machine was taken, is noted anew.
        noted = [(0, -work[j], j) for j, job in enumerate(self.jobs) if job]
        heapq.heapify(noted)
        while noted:
            begin, _, j = heapq.heappop(noted)
            machine, duration = self.jobs[j][len(ends[j])]
            start = max(ends[j][-1] if ends[j] else 0, free.get(machine, 0))
            if start == begin:
                free[machine] = start + duration
                ends[j].append(start + duration)
                work[j] -= duration
                start += duration
            if len(ends[j]) < len(self.jobs[j]):
                heapq.heappush(noted, (start, -work[j], j))
        return ends

    def shifted_left(self, starts):
        """The schedule with the same order on every machine in which nothing waits without need: {operation: start}."""
        ready_job = [0] * len(self.jobs)
        ready_machine = {}
        shifted = {}
        # By start; of equals, what takes no time before what does, and the earlier in its job.
        for job, place in sorted(self.operations, key=lambda o: (starts[o], self.duration(o) > 0, o[1])):
            machine, duration = self.jobs[job][place]
            start = max(ready_job[job], ready_machine.get(machine, 0))
            shifted[job, place] = start
            ready_job[job] = ready_machine[machine] = start + duration
        return shifted

    def value(self, starts):
        return max((starts[o] + self.duration(o) for o in self.operations), default=0)

    def tasks(self, starts):
        """The tasks of a solution file."""
        return [{"job": j, "operation": k, "machine": self.jobs[j][k][0], "start": starts[j, k],
                 "end": starts[j, k] + self.jobs[j][k][1]} for j, k in self.operations]
