import ApusModel
import ApusProblems
import Foundation

extension ProblemFamily {
  /// The families of problems, and plain models. The latter are at home here because their check is the model's checker.
  static let known: [ProblemFamily] = all + [.plainModel]

  /// Models as JSON, `Docs/ModelFormat.md`, and as mixed-integer programs, `Docs/MixedIntegerPrograms.md`.
  static let plainModel = ProblemFamily(
    name: "model", dialects: ["json", "lp", "mps"], fileExtensions: ["json", "lp", "mps"], carriedNames: [],
    recognizes: { JSONSyntax.looksLikeJSON($0) || ProgramText.dialect(of: $0) != nil },
    read: { text throws(InputError) in
      ProgramText.isProgram(text) ? try ModelInstance(ProgramText(text)) : try ModelInstance(text)
    },
    named: { _ in nil },
    write: { instance, dialect throws(InputError) in
      dialect == "json"
        ? try json(instance.model().data, instance.name) : try ProgramText.write(instance, dialect, .automatic)
    })

  private static func json(_ data: ModelData, _ name: String) throws(InputError) -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    do {
      return String(decoding: try encoder.encode(data), as: UTF8.self) + "\n"
    } catch { throw InputError(file: name, message: "cannot be written as a model: \(error)") }
  }
}

extension ModelInstance {
  /// Reads a model; every error has a line and a column.
  init(_ text: InstanceText) throws(InputError) {
    if let number = text.number, number != 1 {
      throw InputError(file: text.file, message: "there is no instance #\(number), the file holds 1 instance")
    }
    let syntax = try JSONSyntax(text.bytes, file: text.file)
    if syntax.string("format") == SolutionFile.format {
      throw syntax.error(at: [], "found a solution, expected an instance")
    }
    do {
      self.init(name: text.name, try JSONDecoder().decode(ModelData.self, from: Data(text.bytes)))
    } catch let error as DecodingError {
      throw syntax.located(error)
    } catch { throw InputError(file: text.file, message: "\(error)") }
  }
}
