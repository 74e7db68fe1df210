import ApusProblems
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

extension DataFolder {
  /// Downloads a data set, file by file.
  ///
  /// - Parameter timeout: The longest silence of the server, in seconds.
  /// - Throws: `InputError` for the first file that cannot be had, is wrong, or cannot be written. Files before it stay, and are not
  ///   downloaded again.
  public func download(_ source: DataSource, timeout: Double = 30) throws(InputError) -> Installation {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    return try download(source, configuration)
  }

  /// Downloads in a session like that.
  func download(
    _ source: DataSource, _ configuration: URLSessionConfiguration
  ) throws(InputError) -> Installation {
    let session = URLSession(configuration: configuration)
    defer { session.invalidateAndCancel() }
    return try install(source) { file throws(InputError) in
      let address = source.address + file.from
      guard let url = URL(string: address) else { throw InputError(file: address, message: "is no address") }
      return (try session.bytes(of: url), address)
    }
  }
}

extension URLSession {
  /// The answer to a request, waited for.
  fileprivate func bytes(of url: URL) throws(InputError) -> [UInt8] {
    let answer = Answer()
    let done = DispatchSemaphore(value: 0)
    let task = dataTask(with: url) { data, response, error in
      let status = (response as? HTTPURLResponse)?.statusCode
      let result: Result<[UInt8], InputError> =
        if let error {
          .failure(InputError(file: url.absoluteString, message: "cannot be had: \(error.localizedDescription)"))
        } else if let data, status == 200 {
          .success([UInt8](data))
        } else {
          .failure(
            InputError(
              file: url.absoluteString,
              message: "cannot be had: the server answers \(status.map(String.init) ?? "nothing")"
            ))
        }
      answer.result.withLock { $0 = result }
      done.signal()
    }
    task.resume()
    done.wait()
    guard let result = answer.result.withLock({ $0 }) else {
      throw InputError(file: url.absoluteString, message: "cannot be had: there was no answer")
    }
    return try result.get()
  }
}

/// What a task hands to the thread that waits for it.
private final class Answer: Sendable {
  let result = Mutex<Result<[UInt8], InputError>?>(nil)
}
