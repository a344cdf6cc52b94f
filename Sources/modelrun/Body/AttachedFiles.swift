import ModelCore
import ModelRuntime
import ModelSchema
import SchemaValidator
import ToolSupport

/// Local files that a body names as `@path`, put into it as data URIs.
///
/// Only where a media file belongs: anywhere else a text may well begin with an `@`, and there no
/// URL does.
struct AttachedFiles {
  /// The folder that `~` stands for. Shells don't expand it after an `@`.
  let home: String?
  private(set) var problems: [Problem] = []

  init(home: String?) { self.home = home }

  mutating func attach(_ body: JSONObject, _ input: ObjectShape) -> JSONObject {
    attach(.object(body), .object(input), []).object ?? body
  }

  /// For a model of which there is no schema: every value of the body itself that begins with `@`.
  mutating func attachAll(_ body: JSONObject) -> JSONObject {
    JSONObject(
      body.members.map { key, value in (key, file(value, kind: nil, [.key(key)])) })
  }

  private mutating func attach(
    _ value: JSONValue, _ shape: Shape, _ path: [IssueStep]
  ) -> JSONValue {
    switch (shape, value) {
    case (.media(let media), _): return file(value, kind: media.kind, path)
    case (.array(let array), .array(let items)):
      var attached: [JSONValue] = []
      for (index, item) in items.enumerated() {
        attached.append(attach(item, array.item, path + [.index(index)]))
      }
      return .array(attached)
    case (.object(let object), .object(var body)):
      for property in object.properties {
        guard let value = body[property.key] else { continue }
        body[property.key] = attach(value, property.shape, path + [.key(property.key)])
      }
      return .object(body)
    default: return value
    }
  }

  private mutating func file(
    _ value: JSONValue, kind: MediaKind?, _ path: [IssueStep]
  ) -> JSONValue {
    guard let text = value.string, text.hasPrefix("@") else { return value }
    do throws(CommandFailure) {
      return .string(try read(place(String(text.dropFirst())), kind: kind))
    } catch {
      problems.append(
        Problem(
          IssuePath(path), .format, value: text, error.message, isFatal: true, code: error.code))
      return value
    }
  }

  private func place(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home else { return path }
    return Paths.join(home, String(path.dropFirst(2)))
  }

  private func read(_ path: String, kind: MediaKind?) throws(CommandFailure) -> String {
    if path.isEmpty { throw CommandFailure(.badInput, "expected a path after @") }
    if let size = LocalFile.facts(path)?.byteCount.value, size > MediaData.maximumByteCount {
      // Far too large a file is not even read.
      throw failure(MediaFileError(path: path, problem: .tooLarge(size)))
    }
    let bytes: [UInt8]
    do {
      bytes = try Files.read(path)
    } catch {
      throw CommandFailure(.inputMissing, error.description)
    }
    do throws(MediaFileError) {
      return try source(path, bytes, kind).data?.dataURI ?? ""
    } catch {
      throw failure(error)
    }
  }

  private func source(
    _ path: String, _ bytes: [UInt8], _ kind: MediaKind?
  ) throws(MediaFileError) -> MediaSource {
    switch kind {
    case .image: try ImageInput(file: path, bytes: bytes).source
    case .video: try VideoInput(file: path, bytes: bytes).source
    case .audio: try AudioInput(file: path, bytes: bytes).source
    case nil: ImageInput(data: bytes).source
    }
  }

  private func failure(_ error: MediaFileError) -> CommandFailure {
    let advice = error.recoverySuggestion.map { ". \($0)" } ?? ""
    return CommandFailure(.badInput, error.description + advice)
  }
}
