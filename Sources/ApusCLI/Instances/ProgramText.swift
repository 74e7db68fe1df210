import ApusLinear
import ApusModel
import ApusProblems

/// A mixed-integer program as text, in LP or MPS.
struct ProgramText: Sendable {
  let program: LinearProgram
  private let file: String

  /// - Throws: `InputError` with line and column.
  init(_ text: InstanceText) throws(InputError) {
    if let number = text.number, number != 1 {
      throw InputError(file: text.file, message: "there is no instance #\(number), the file holds 1 instance")
    }
    guard let content = String(validating: text.bytes, as: UTF8.self) else {
      throw InputError(file: text.file, message: "is no text in UTF-8")
    }
    file = text.file
    do throws(ProgramError) {
      program =
        (text.dialect ?? Self.dialect(of: text.bytes)) == "mps"
        ? try LinearProgram(mps: content, name: text.name) : try LinearProgram(lp: content, name: text.name)
    } catch { throw InputError(file: text.file, line: error.line, column: error.column, message: error.message) }
  }

  /// Whether a text is a program, by the format that was given or by its first word.
  static func isProgram(_ text: InstanceText) -> Bool {
    switch text.dialect {
    case "lp"?, "mps"?: true
    case nil: dialect(of: text.bytes) != nil
    default: false
    }
  }

  /// `lp` or `mps`, by the first word that is no comment; nil for other texts.
  static func dialect(of bytes: [UInt8]) -> String? {
    for line in bytes.split(separator: UInt8(ascii: "\n"), maxSplits: 1000) {
      let words = line.split(whereSeparator: { $0 <= 0x20 })
      guard let first = words.first, first.first != UInt8(ascii: "*"), first.first != UInt8(ascii: "\\") else {
        continue
      }
      switch String(decoding: first.prefix(12), as: UTF8.self).lowercased() {
      case "name", "rows", "objsense": return "mps"
      case "minimize", "minimise", "minimum", "min", "maximize", "maximise", "maximum", "max": return "lp"
      default: return nil
      }
    }
    return nil
  }

  /// The program as a model.
  ///
  /// - Throws: `InputError` with the column or row that is not whole or not bounded.
  func model() throws(InputError) -> ModelData {
    do throws(LinearProgram.Obstacle) {
      return try program.model()
    } catch {
      let reason =
        switch error {
        case .continuous(let name): "the column \(name) need not be whole"
        case .unbounded(let name): "the column \(name) has no least or no greatest value"
        case .fractional(let name): "\(name) has coefficients that are not whole"
        }
      throw InputError(file: file, message: "\(reason); expected a program over bounded whole numbers")
    }
  }
}

extension ProgramText {
  /// An instance's model as a program.
  ///
  /// - Throws: `InputError` with the constraint that has no linear form.
  static func write(
    _ instance: any ProblemInstance, _ dialect: String, _ formulation: Formulation
  ) throws(InputError) -> String {
    var options = LinearizationOptions()
    options.formulation = formulation
    do {
      let program = try Linearization(instance.model().data, options).program
      return dialect == "lp" ? program.lpText : program.mpsText
    } catch { throw InputError(file: instance.name, message: "\(error)") }
  }
}

extension ModelInstance {
  /// Reads a program over whole numbers.
  init(_ text: ProgramText) throws(InputError) {
    let data = try text.model()
    self.init(name: data.name, data)
  }
}
