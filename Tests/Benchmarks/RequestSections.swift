import Foundation
import MediaProbe
@_spi(Generated) import ModelCore
@_spi(Generated) import ModelRuntime
import ModelSchema
import SchemaValidator

extension Section {
  /// Checking one request.
  static var validate: Section {
    Section(
      name: "validate",
      summary: "Checks one request of dreamina-4-0/edit, which is valid. Peers time themselves in "
        + "their own process, in turn with the rest; they know nothing of the media rules, and "
        + "read the type `float` spelled `number`."
    ) {
      let request = SampleRequests.edit
      let bytes = request.jsonBytes
      let body = try JSONDocument(parsing: bytes).root
      let check = try SampleModels.editCheck()
      var workload = Workload(
        byteCount: bytes.count,
        contenders: [
          Contender(name: "SchemaCheck, parsed body") {
            var issues = ValidationIssues()
            check.check(body, into: &issues)
            keep(issues)
          },
          Contender(name: "SchemaCheck, parsing included") {
            var issues = ValidationIssues()
            check.check(try JSONDocument(parsing: bytes).root, into: &issues)
            keep(issues)
          },
          Contender(name: "emitted code") {
            var issues = ValidationIssues()
            request.validate(into: &issues)
            keep(issues)
          },
        ])
      workload.add(
        try Peers.validators(
          schema: try PlainSchema.input(ofModelFile: SampleModels.edit), body: bytes))
      return workload
    }
  }

  /// Writing one request.
  static var encode: Section {
    Section(name: "encode", summary: "Writes the body of one request of dreamina-4-0/edit.") {
      let request = SampleRequests.edit
      let codable = SampleRequests.codable
      let encoder = JSONEncoder()
      return Workload(
        byteCount: request.jsonBytes.count,
        contenders: [
          Contender(name: "JSONEncoder, kept") { keep(try encoder.encode(codable)) },
          Contender(name: "emitted code") { keep(request.jsonBytes) },
          Contender(name: "emitted code, checked and written") {
            try request.validate()
            keep(request.jsonBytes)
          },
        ])
    }
  }

  /// Looking into a large picture.
  static var probe: Section {
    Section(name: "probe", summary: "Finds the size of a 10 MB JPEG in memory.") {
      let bytes = SampleJPEG.tenMegabytes
      return Workload(
        byteCount: bytes.count,
        contenders: [
          Contender(name: "every byte looked at") {
            keep(bytes.reduce(0) { $0 &+ Int($1) })
          },
          Contender(name: "MediaProbe") { keep(MediaProbe.facts(of: bytes)) },
        ])
    }
  }
}

extension SampleModels {
  /// The check of the model whose requests are measured.
  static func editCheck() throws -> SchemaCheck {
    let root = try JSONDocument(parsing: edit).root
    return SchemaCheck(schema: root["input"] ?? root, root: root["input"])
  }
}

/// A JPEG whose size stands behind a large colour profile, as cameras write it.
enum SampleJPEG {
  static var tenMegabytes: [UInt8] {
    let profile = [UInt8](repeating: 0, count: 40_000)
    let start: [UInt8] = [
      0xFF, 0xD8, 0xFF, 0xE2, UInt8((profile.count + 2) >> 8), UInt8((profile.count + 2) & 255),
    ]
    let frame: [UInt8] = [
      0xFF, 0xC0, 0, 17, 8, 0x0B, 0x40, 0x14, 0x00, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1,
    ]
    let scan: [UInt8] = [0xFF, 0xDA, 0, 12, 3, 1, 0, 2, 0x11, 3, 0x11, 0, 63, 0]
    let head = start + profile + frame + scan
    return head + [UInt8](repeating: 0x5A, count: 10_000_000 - head.count) + [0xFF, 0xD9]
  }
}
