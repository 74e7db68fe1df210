import Foundation

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// The elements and texts of an SVG document, read by a real XML parser. Throws when the document is not well formed.
final class SVGPicture: NSObject, XMLParserDelegate {
  struct Element {
    var name: String
    var attributes: [String: String]

    var classes: [Substring] { (attributes["class"] ?? "").split(separator: " ") }
    var x: Double { number("x") }
    var y: Double { number("y") }
    var width: Double { number("width") }
    var height: Double { number("height") }
    private func number(_ key: String) -> Double { attributes[key].map { Double($0) ?? .nan } ?? 0 }
  }

  struct NotWellFormed: Error { var line: Int }

  private(set) var elements: [Element] = []
  private(set) var texts: [String] = []
  private(set) var titles: [String] = []
  private var text = ""
  var width: Double { elements[0].width }
  var height: Double { elements[0].height }

  init(_ document: String) throws {
    super.init()
    let parser = XMLParser(data: Data(document.utf8))
    parser.delegate = self
    guard parser.parse() else { throw NotWellFormed(line: parser.lineNumber) }
    // `100%` is the one width that is not a number.
    elements.removeAll { $0.attributes["width"] == "100%" }
  }

  func parser(
    _: XMLParser, didStartElement name: String, namespaceURI _: String?, qualifiedName _: String?,
    attributes: [String: String]
  ) {
    elements.append(Element(name: name, attributes: attributes))
    text = ""
  }

  func parser(_: XMLParser, foundCharacters string: String) { text += string }

  func parser(_: XMLParser, didEndElement name: String, namespaceURI _: String?, qualifiedName _: String?) {
    if name == "text" { texts.append(text) }
    if name == "title" { titles.append(text) }
    text = ""
  }
}
