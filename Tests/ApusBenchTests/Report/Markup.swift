import Foundation

/// A small check that markup is well formed: every element closed in its order, every ampersand an entity.
enum Markup {
  /// What is wrong, in the order in which it is met.
  static func mistakes(_ html: String) -> [String] {
    var mistakes: [String] = []
    var open: [Substring] = []
    var rest = html[...]
    if let type = rest.range(of: "<!doctype html>") { rest = rest[type.upperBound...] }
    while let start = rest.firstIndex(of: "<") {
      mistakes += texts(rest[..<start])
      rest = rest[rest.index(after: start)...]
      guard let end = endOfTag(rest) else { return mistakes + ["unfinished tag \(rest.prefix(40))"] }
      let tag = rest[..<end]
      rest = rest[rest.index(after: end)...]
      mistakes += texts(tag)
      let name = tag.drop { $0 == "/" }.prefix { !$0.isWhitespace && $0 != "/" }
      if tag.hasPrefix("/") {
        if open.popLast() != name { mistakes.append("</\(name)> closes another element") }
      } else if !tag.hasSuffix("/") {
        open.append(name)
      }
      // Scripts and style sheets are no markup.
      if tag == "script" || tag == "style", let close = rest.range(of: "</\(tag)>") { rest = rest[close.lowerBound...] }
    }
    return mistakes + texts(rest) + open.map { "<\($0)> is never closed" }
  }

  /// The place of the `>` that ends a tag, quoted ones passed over.
  private static func endOfTag(_ text: Substring) -> Substring.Index? {
    var isQuoted = false
    return text.indices.first { place in
      if text[place] == "\"" { isQuoted.toggle() }
      return !isQuoted && text[place] == ">"
    }
  }

  private static func texts(_ text: Substring) -> [String] {
    text.split(separator: "&", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.prefixMatch(of: /(amp|lt|gt|quot|#39);/) == nil ? "a bare & before \(part.prefix(20))" : nil
    }
  }
}
