/// Quantities at their places in a JSON document.
struct QuantityReader {
  let json: JSONDocument

  /// A quantity written as text or as a whole number.
  func quantity(_ value: JSONDocument.Value, _ resource: String) throws(InputError) -> Quantity {
    switch value.content {
    case .number(let number?): return Quantity(number)
    case .string(let text):
      do { return try Quantity(text) } catch {
        let shown = InputError.quoted(Array(text.utf8)[...])
        switch error {
        case .malformed:
          throw json.error(
            "\(shown) is no amount of \(resource), expected a quantity such as 250m, 1.5 or 64Mi", at: value.offset)
        case .tooLarge:
          throw json.error("\(shown) of \(resource) needs more than 64 bits, expected less", at: value.offset)
        }
      }
    default:
      throw json.unexpected("an amount of \(resource) (a whole number, or a quantity in quotes)", at: value.offset)
    }
  }

  /// The amount as a whole number: thousandths of processors, pieces of anything else, rounded up.
  func amount(_ quantity: Quantity, of resource: String, at offset: Int) throws(InputError) -> Int {
    guard let amount = quantity.roundedUp(parts: resource == PodPacking.cpu ? 1000 : 1) else {
      throw json.error("the amount of \(resource) needs more than 64 bits, expected less", at: offset)
    }
    guard amount >= 0 else {
      throw json.error("the amount of \(resource) is below 0, expected 0 or more", at: offset)
    }
    return amount
  }
}
