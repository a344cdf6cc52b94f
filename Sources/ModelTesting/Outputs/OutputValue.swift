import ModelCore
import ModelSchema

/// The value of `output` in the result of a job: the URLs of its files, in the form that the
/// model's schema describes.
struct OutputValue {
  let json: JSONValue

  /// - Parameter base: The address below which the job's files are.
  init(base: String, _ job: Job) {
    let urls = OutputURLs(base: base, settings: job.settings)
    switch job.model.model.output {
    case .common: json = .object(Self.common(urls))
    case .object(let object):
      json = .object(SampleValue(urls: urls).object(object, wholly: true))
    case .value(let shape):
      json = SampleValue(urls: urls).value(shape, key: job.settings.kind.rawValue, node: nil)
    }
  }

  /// One file under its kind, several under the plural of it.
  private static func common(_ urls: OutputURLs) -> JSONObject {
    let settings = urls.settings
    guard settings.count > 1 else {
      return [settings.kind.rawValue: .string(urls[0])]
    }
    let list = (0..<settings.count).map { JSONValue.string(urls[$0]) }
    return [settings.kind.rawValue + "s": .array(list)]
  }
}

/// The addresses of a job's files. The name says all that it takes to make the file.
struct OutputURLs {
  let base: String
  let settings: OutputSettings

  subscript(_ index: Int) -> String { self[settings.kind, index] }

  /// A file of another kind than the model's own, where its output has one.
  subscript(_ kind: MediaKind, _ index: Int) -> String {
    "\(base)/\(kind.rawValue)-\(index + 1).\(OutputFile.ending(kind))"
  }
}
