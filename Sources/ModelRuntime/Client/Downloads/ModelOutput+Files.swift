import ModelCore

#if canImport(FoundationEssentials)
  public import FoundationEssentials
#else
  public import Foundation
#endif

extension ModelOutput {
  /// The URLs of all files that the output names: every `http`, `https` and `data` URL in its JSON, in
  /// order and without duplicates.
  public var files: [URL] { promisedFiles.compactMap { URL(string: $0.url) } }

  /// The files with the kind of media that their key promises.
  var promisedFiles: [(url: String, kind: MediaKind?)] {
    var files = MediaOutput(json: json).promisedFiles
    if self is MediaOutput { return files }
    var seen = Set(files.map { WireName($0.url) })
    var values = [json]
    while let value = values.popLast() {
      switch value {
      case .string(let text) where MediaOutput.isURL(text):
        if seen.insert(WireName(text)).inserted { files.append((text, nil)) }
      case .array(let items): values += items.reversed()
      case .object(let object): values += object.members.map(\.value).reversed()
      default: break
      }
    }
    return files.filter { MediaOutput.isURL($0.url) }
  }
}
