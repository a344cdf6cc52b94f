import Foundation
import ModelCore

extension Section {
  /// Writing JSON text.
  static var write: Section {
    Section(
      name: "write",
      summary: "Writes model files. MB/s count the bytes of the pretty text, whoever writes it."
    ) {
      let bytes = SchemaText.megabyte
      let value = try JSONValue(parsing: bytes)
      let data = Data(bytes)
      let foundation = try JSONSerialization.jsonObject(with: data)
      let models = try JSONDecoder().decode([CodableModel].self, from: data)
      return Workload(
        byteCount: bytes.count,
        contenders: [
          Contender(name: "JSONSerialization") {
            keep(try JSONSerialization.data(withJSONObject: foundation, options: .prettyPrinted))
          },
          Contender(name: "JSONEncoder, typed, part of the keys") {
            let encoder = JSONEncoder()
            encoder.outputFormatting = .prettyPrinted
            keep(try encoder.encode(models))
          },
          Contender(name: "JSONWriter, pretty") { keep(written(value, style: .pretty)) },
          Contender(name: "JSONWriter, compact") { keep(written(value, style: .compact)) },
        ])
    }
  }

  private static func written(_ value: JSONValue, style: JSONWriter.Style) -> [UInt8] {
    var writer = JSONWriter(style: style)
    writer.value(value)
    return writer.bytes
  }
}
