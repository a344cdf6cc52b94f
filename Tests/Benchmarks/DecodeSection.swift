import Foundation
import ModelCore
@_spi(Generated) import ModelRuntime

extension Section {
  /// Reading the answer of a job that has succeeded.
  static var decode: Section {
    Section(
      name: "decode",
      summary: "Reads the result of a job with four images, from its bytes to the first image."
    ) {
      let bytes = SampleAnswer.bytes
      let data = Data(bytes)
      return Workload(
        byteCount: bytes.count,
        contenders: [
          Contender(name: "JSONDecoder, made once, typed") {
            let answer = try SampleAnswer.decoder.decode(CodableAnswer.self, from: data)
            keep(answer.output.images.first)
          },
          Contender(name: "MediaOutput") {
            let output = try JSONValue(parsing: bytes)["output"].map(MediaOutput.init(json:))
            keep(output?.images.first)
          },
          Contender(name: "an output type of the model's own") {
            let output = try JSONValue(parsing: bytes)["output"].map(SampleOutput.init(json:))
            keep(output?.images?.first)
          },
        ])
    }
  }
}

/// A result as the service writes it.
enum SampleAnswer {
  static let decoder = JSONDecoder()

  static var bytes: [UInt8] {
    let host = "https://playgrounds-storage-public.runcomfy.net/models/bytedance/dreamina-4-0/edit"
    let images = (1...4).map { #""\#(host)/9b2f7c1e-5d04-4f0b-8a55-3c1d7e0a\#($0)f21.png""# }
    let text = #"""
      {"request_id": "9b2f7c1e-5d04-4f0b-8a55-3c1d7e0a9f21", "status": "succeeded",
       "model_id": "bytedance/dreamina-4-0/edit", "created_at": "2026-11-20T10:11:12.131415Z",
       "finished_at": "2026-11-20T10:11:42.161718Z", "cost": 0.035,
       "output": {"images": [\#(images.joined(separator: ", "))], "seed": 1234567}}
      """#
    return Array(text.utf8)
  }
}

/// The answer as people spell it for JSONDecoder.
struct CodableAnswer: Codable {
  var request_id: String
  var status: String
  var model_id: String
  var created_at: String
  var finished_at: String
  var cost: Double
  var output: Output

  struct Output: Codable {
    var images: [String]
    var seed: Int
  }
}

/// The output as the generator writes it for a schema of its own.
struct SampleOutput: ModelOutput {
  let json: JSONValue

  init(json: JSONValue) { self.json = json }

  var images: [String]? { json.read("images", as: [String].self) }
  var seed: Int? { json.read("seed", as: Int.self) }
}
