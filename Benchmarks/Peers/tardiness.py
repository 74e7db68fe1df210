"""Jobs on one machine as Apus writes them: a table with a heading. No solver is imported here."""
import csv
from collections import namedtuple


class Job(namedtuple("Job", "processing due weight release earliness")):
    def goes_before(self, other):
        """Whether some best schedule has this job before the other, where no job costs for earliness."""
        return (self.processing <= other.processing and self.due <= other.due and self.weight >= other.weight
                and self.release <= other.release)


class SingleMachine:
    family = "tardiness"

    def __init__(self, path):
        defaults = {"weight": 1, "release": 0, "earliness": 0}
        with open(path) as file:
            rows = csv.DictReader(line for line in file if line.strip() and not line.startswith("#"))
            self.jobs = [Job(**{field: int(row.get(field, defaults.get(field))) for field in Job._fields}) for row in rows]
        begin = max(max(job.release, job.due if job.earliness else 0) for job in self.jobs)
        self.horizon = begin + sum(job.processing for job in self.jobs)

    def value(self, solution):
        """solution[k] is the start of job k."""
        return sum(job.weight * max(0, start + job.processing - job.due) + job.earliness * max(0, job.due - start - job.processing)
                   for start, job in zip(solution, self.jobs))

    def tasks(self, solution):
        """The tasks of a solution file."""
        return [{"task": k, "start": start, "end": start + job.processing} for k, (start, job) in enumerate(zip(solution, self.jobs))]
