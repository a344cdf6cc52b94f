import ModelCore

/// The files of an earlier run, for a run in which some models can't be used.
package struct EarlierBindings: Sendable {
  /// All files that an earlier run wrote, by path.
  package var files: [String: FileRecord]
  /// Those whose models can't be used at the moment.
  package var staying: [String: FileRecord]
  /// The ids of models that can't be used. They keep their names: a name must not change because
  /// another file can't be read.
  package var unusableIDs: [String]

  package init(
    files: [String: FileRecord] = [:], staying: [String: FileRecord] = [:],
    unusableIDs: [String] = []
  ) {
    self.files = files
    self.staying = staying
    self.unusableIDs = unusableIDs
  }
}

/// Finds the files that have to stay as they are.
struct StayingFiles {
  private(set) var files: [String: FileRecord]
  private(set) var held: [HeldFile] = []
  private let earlier: [String: FileRecord]
  private var heldModels: Set<WireName> = []

  init(_ earlier: EarlierBindings) {
    files = earlier.staying
    self.earlier = earlier.files
  }

  /// The types of the models whose files stay.
  var types: [[String]] { files.values.map(\.type) }

  /// Returns whether the file of a model stays although it could be generated.
  func holds(_ input: NamedInput) -> Bool { heldModels.contains(WireName(input.model.id)) }

  /// Keeps the files that declare a type which a staying file uses and which would be gone otherwise.
  mutating func keepSharedTypes(of inputs: [NamedInput]) {
    var users = files.values.sorted { WireName($0.model) < WireName($1.model) }
    guard users.contains(where: { !$0.sharedTypes.isEmpty }) else { return }
    let declared = Set(inputs.flatMap(\.valueTypePaths))
    while let user = users.popLast() {
      for type in user.sharedTypes where !declared.contains(type) {
        guard let (path, owner) = earlierFile(declaring: type), files[path] == nil else { continue }
        files[path] = owner
        heldModels.insert(WireName(owner.model))
        held.append(HeldFile(path: path, record: owner, type: type, user: user.model))
        users.append(owner)
      }
    }
  }

  private func earlierFile(declaring type: [String]) -> (String, FileRecord)? {
    earlier.filter { type.starts(with: $0.value.type) }
      .max { $0.value.type.count < $1.value.type.count }.map { ($0.key, $0.value) }
  }
}
