import ApusProblems
import Testing

/// Rows and colours of the pictures that solution files give.
@Suite struct SchedulePictureTests {
  @Test func shopsHaveARowAMachineAndAColourAJob() {
    let picture = SchedulePicture(tasks: [
      ScheduledTask(job: 1, operation: 0, machine: 0, start: 0, end: 2),
      ScheduledTask(job: 0, operation: 0, machine: 1, start: 0, end: 3),
      ScheduledTask(job: 1, operation: 1, machine: 1, start: 3, end: 4),
    ])
    #expect(picture.rows.map(\.label) == ["machine 0", "machine 1"])
    #expect(picture.rows.map { $0.bars.map(\.group) } == [[1], [0, 1]])
    #expect(picture.rows[1].bars.map(\.label) == ["0.0", "1.1"])
    #expect(picture.groupNames == ["job 0", "job 1"])
  }

  @Test func projectsHaveARowATaskAndAColourAMode() {
    let modes = SchedulePicture(tasks: [
      ScheduledTask(task: 0, mode: 1, start: 0, end: 2), ScheduledTask(task: 1, mode: 0, start: 2, end: 5),
    ])
    #expect(modes.rows.map(\.label) == ["task 0", "task 1"])
    #expect(modes.rows.map { $0.bars[0].group } == [1, 0])
    #expect(modes.groupNames == ["mode 0", "mode 1"])
    let single = SchedulePicture(tasks: (0..<3).map { ScheduledTask(task: $0, start: $0, end: $0 + 1) })
    #expect(single.rows.allSatisfy { $0.bars[0].group == 0 } && single.groupNames.isEmpty)
  }

  @Test func tasksThatShareAProcessorHaveColoursOfTheirOwn() {
    let picture = SchedulePicture(tasks: (0..<3).map { ScheduledTask(task: $0, processor: 0, start: $0, end: $0 + 1) })
    #expect(picture.rows.map(\.label) == ["processor 0"] && picture.rows[0].bars.map(\.group) == [0, 1, 2])
  }

  @Test func claimedNumbersCanBeAnything() {
    let picture = SchedulePicture(tasks: [
      ScheduledTask(job: -1, machine: 0, start: 0, end: 1), ScheduledTask(job: 0, machine: -2, start: 0, end: 1),
      ScheduledTask(task: 0, mode: -3, start: 0, end: 1), ScheduledTask(job: .max, machine: 0, start: 0, end: 1),
    ])
    #expect(picture.rows.count == 1 && picture.groupNames.count == 10_000)
  }
}
