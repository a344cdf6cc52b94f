import ModelCore
import ModelSchema

/// The model files that are there already, by id and by path.
struct ExistingModels {
  private var byID: [WireName: [(path: String, candidate: Candidate, bytes: [UInt8])]] = [:]
  /// Paths that are taken, with the ID of the model there, or an empty string for another file.
  private var owners: [WireName: String] = [:]
  /// The same ignoring case, as some file systems do.
  private var foldedPaths: [String: String] = [:]

  init(_ files: [ModelFile]) {
    for file in files {
      let path = file.relativePath ?? file.path
      let candidate = ExistingModels.candidate(in: file)
      claim(path, for: candidate?.id ?? "")
      guard let candidate else { continue }
      byID[WireName(candidate.id), default: []].append((path, candidate, file.bytes))
    }
  }

  private static func candidate(in file: ModelFile) -> Candidate? {
    guard let document = try? JSONDocument(parsing: file.bytes) else { return nil }
    let source = SourceText(
      ImportSource(path: file.path, bytes: file.bytes, modelID: file.pathID))
    var forms = JSONForms(source: source) { source.anchor(at: $0.byteRange.lowerBound) }
    forms.read(document.root)
    guard forms.reading.candidates.count == 1, let found = forms.reading.candidates.first,
      found.input != nil
    else { return nil }
    return found
  }

  func files(of id: String) -> [(path: String, candidate: Candidate, bytes: [UInt8])] {
    byID[WireName(id)] ?? []
  }

  /// Returns the ID of the model at a path, an empty string for another file, or `nil` if the path
  /// is free.
  func owner(of path: String) -> String? { owners[WireName(path)] }

  /// A path that differs from this one in nothing but case.
  func twin(of path: String) -> String? {
    guard let twin = foldedPaths[path.lowercased()], !twin.isSameOnWire(as: path) else {
      return nil
    }
    return twin
  }

  mutating func claim(_ path: String, for id: String) {
    owners[WireName(path)] = id
    if foldedPaths[path.lowercased()] == nil { foldedPaths[path.lowercased()] = path }
  }

  /// Returns the reason why some file systems can't hold a path, or `nil`.
  static func problem(of path: String) -> String? {
    let forbidden: Set<Character> = ["<", ">", ":", "\"", "|", "?", "*", "\\"]
    if let character = path.first(where: forbidden.contains) {
      return "contains \"\(character)\", which Windows doesn't allow in a file name"
    }
    for part in path.split(separator: "/") {
      let stem = part.prefix { $0 != "." }.lowercased()
      let isPort =
        stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt"))
        && stem.last?.isNumber == true
      if isPort || ["con", "prn", "aux", "nul"].contains(stem) {
        return "contains \"\(part)\", which is the name of a device on Windows"
      }
      if part.hasSuffix(" ") || part.hasSuffix(".") {
        return "has a part that ends in a blank or a period, which Windows drops"
      }
    }
    return nil
  }

  /// Returns the path of a model's file.
  static func path(for id: String) -> String { ModelIDParts.path(of: id) + ".json" }
}
