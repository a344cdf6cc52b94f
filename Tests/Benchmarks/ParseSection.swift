import Foundation
import ModelCore

extension Section {
  /// Reading JSON text.
  static var parse: Section {
    Section(name: "parse", summary: "Reads a text of model files, 1 MB in one array.") {
      let bytes = SchemaText.megabyte
      let data = Data(bytes)
      return Workload(
        byteCount: bytes.count,
        contenders: [
          Contender(name: "JSONSerialization") {
            keep(try JSONSerialization.jsonObject(with: data))
          },
          Contender(name: "JSONDecoder, typed, part of the keys") {
            keep(try JSONDecoder().decode([CodableModel].self, from: data))
          },
          Contender(name: "JSONDocument, decoded on request") {
            keep(try JSONDocument(parsing: bytes))
          },
          Contender(name: "JSONValue, the whole tree") {
            keep(try JSONValue(parsing: bytes))
          },
        ])
    }
  }
}
