import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// A server within the process, for one test: it knows a few files and answers 404 to all else.
final class PretendedServer: URLProtocol {
  private struct State {
    var files = ["/There/a.txt": "first\n"]
    var requests: [String] = []
  }

  private static let state = Mutex(State())

  /// The files by path.
  static var files: [String: String] {
    get { state.withLock { $0.files } }
    set { state.withLock { $0.files = newValue } }
  }

  /// The names of the files that were asked for, in order.
  static var requests: [String] { state.withLock { $0.requests } }

  override class func canInit(with request: URLRequest) -> Bool { true }

  override class func canonicalRequest(for request: URLRequest) -> URLRequest { request }

  override func startLoading() {
    guard let url = request.url else { return }
    let text = Self.state.withLock { state in
      state.requests.append(url.lastPathComponent)
      return state.files[url.path]
    }
    guard
      let response = HTTPURLResponse(
        url: url, statusCode: text == nil ? 404 : 200, httpVersion: "HTTP/1.1", headerFields: nil)
    else { return }
    client?.urlProtocol(self, didReceive: response, cacheStoragePolicy: .notAllowed)
    client?.urlProtocol(self, didLoad: Data((text ?? "not found").utf8))
    client?.urlProtocolDidFinishLoading(self)
  }

  override func stopLoading() {}
}
