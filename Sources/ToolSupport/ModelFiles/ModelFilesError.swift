package import ModelCore
package import ModelSchema

/// A file that can't be used, and why.
package struct Refusal: Error {
  package let diagnostic: Diagnostic

  package init(_ file: String, at place: SourcePlace? = nil, _ message: String) {
    diagnostic = Diagnostic(.error, file: file, place: place, message: message)
  }
}

/// An error thrown when the model files of a folder, or one of them, can't be used.
package enum ModelFilesError: Error, Sendable {
  case noFolder(String)
  case folder(FileError)
  case noModelFiles(folder: String)
  /// A file holds no model, for the reasons among the diagnostics.
  case unreadable(String, [Diagnostic])
  /// The file of a model with this ID can't be read.
  case brokenModel(String)
  case unknownModel(String, nearest: [String])

  /// A Boolean value that indicates whether something isn't there, rather than malformed.
  package var isMissing: Bool {
    switch self {
    case .noFolder, .folder, .noModelFiles, .unknownModel: true
    case .unreadable, .brokenModel: false
    }
  }
}

extension ModelFilesError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .noFolder(let path): return "there is no folder \(path)"
    case .folder(let error): return error.description
    case .noModelFiles(let path):
      return "there is no model file in \(path); add one, such as \(path)/vendor/model.json"
    case .unreadable(let path, _): return "\(path) can't be read as a model"
    case .brokenModel(let id): return "the file of \"\(id)\" can't be read as a model"
    case .unknownModel(let id, let nearest):
      let advice =
        nearest.isEmpty ? "" : "; the nearest are \(nearest.joined(separator: ", "))"
      return "there is no model \"\(id)\"" + advice
    }
  }
}
