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
    let files = MediaOutput(json: json).promisedFiles
    // The keys of other outputs may mean something else, so that not every text under them is a file.
    return self is MediaOutput ? files : files.filter { MediaOutput.isURL($0.url) }
  }
}
