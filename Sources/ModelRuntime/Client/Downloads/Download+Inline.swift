import ModelCore

/// Files that stand in the answer itself, as data URIs: nothing is fetched.
extension Download {
  var isInline: Bool { url.prefix(5).lowercased() == "data:" }

  func inlineFile() -> Result<String, ModelError> {
    // A byte takes three characters at most, so that far too long a text needs no decoding.
    guard (url.utf8.count - 1_000) / 3 <= options.maxBytes else { return failure(tooLarge) }
    guard let bytes = DataURI.bytes(of: url) else {
      return failure(.notAURL("it is a data URI that can't be decoded"))
    }
    if bytes.isEmpty { return failure(.empty) }
    guard bytes.count <= options.maxBytes else { return failure(tooLarge) }
    do throws(FileError) {
      let file = try file(tag: tag)
      try file.append(bytes)
      let content = file.unexpectedContent(
        insteadOf: expected, byteCount: bytes.count, contentType: mediaType, encoding: nil)
      guard let content else { return .success(try file.place(as: inlineName)) }
      let path = try file.place(as: FileName.unexpected("output", ending: content.ending))
      return unexpected(content, type: mediaType, at: path, bytes.count)
    } catch {
      return failure(.cannotWrite(error.description))
    }
  }

  /// A data URI has no name, but a type.
  private var inlineName: String {
    MediaFileType.ending(of: mediaType).map { "output.\($0)" } ?? "output"
  }

  private var mediaType: String {
    let type = url.utf8.dropFirst(5).prefix {
      $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",")
    }
    return String(decoding: type, as: UTF8.self)
  }

  private var tooLarge: DownloadError { .tooLarge(maxBytes: options.maxBytes) }

  private func failure(_ problem: DownloadError) -> Result<String, ModelError> {
    .failure(ModelError(.download(problem)))
  }
}
