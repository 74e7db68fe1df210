import Apus
import ApusBench
import ApusProblems
import ArgumentParser

/// An end without an answer: one line for the user and a status.
struct Failure: Error, CustomStringConvertible {
  let status: ExitStatus
  let description: String

  init(_ status: ExitStatus, _ description: String) {
    self.status = status
    self.description = description
  }

  init(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as InputError: self.init(.badInput, error.description)
    case let error as RunRefusal: self.init(.usage, error.description)
    case let error as StorageError: self.init(.internalError, error.description)
    case let error as SolveError:
      switch error {
      case .model, .start: self.init(.badInput, error.description)
      case .selfCheck: self.init(.internalError, error.description)
      }
    default: self.init(.internalError, "\(error)")
    }
  }
}

extension ParsableCommand {
  /// Runs a command's work: what goes wrong becomes one line on the standard error, and the status ends the process.
  func finish(_ work: () throws -> ExitStatus) throws {
    let status: ExitStatus
    do {
      status = try work()
    } catch {
      let failure = Failure(error)
      // What is wrong with a file begins with its name, so that editors find the place.
      StandardStream.error.write("\(error is InputError ? "" : "apus: ")\(failure.description)\n")
      status = failure.status
    }
    throw ExitCode(status.code)
  }
}
