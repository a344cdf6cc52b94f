/// The open journals of all processes, each with a file of its own that it keeps locked.
///
/// The system releases the lock when a process ends, however it ends. So a submission whose writer's
/// file isn't locked is one that nobody waits for any more. Names of writers are never used twice, and
/// unlike the number of a process they can't come to mean another one.
///
/// Every method is called under the lock of the journal.
struct JournalWriters {
  let directory: String
  let files: JournalFiles
  /// The name of this writer, once it has a file.
  private var own: (name: String, file: Int32)?

  init(directory: String, files: JournalFiles) {
    (self.directory, self.files) = (directory, files)
  }

  private static var prefix: String { "writer-" }

  /// A Boolean value that indicates whether this writer has a file.
  var hasFile: Bool { own != nil }

  /// Returns the name of this writer, and makes its file if there is none.
  mutating func ownName() throws(SystemFailure) -> String {
    if let own, (try? files.identityAt(path(own.name))) != nil { return own.name }
    close()
    let name = JournalName.random()
    let file = try files.open(path(name), false)
    guard try files.lock(file, false) else {
      files.close(file)
      throw SystemFailure("can't lock", path(name), 0)
    }
    own = (name, file)
    return name
  }

  /// Returns a Boolean value that indicates whether the writer of a submission still runs.
  func isAlive(_ name: String) -> Bool {
    if name == own?.name { return true }
    // A name from a journal is part of a path here.
    guard RequestID(name) != nil else { return false }
    do throws(SystemFailure) {
      guard try files.identityAt(path(name)) != nil else { return false }
      let file = try files.open(path(name), false)
      defer { files.close(file) }
      return try !files.lock(file, false)
    } catch {
      return true
    }
  }

  /// Removes the files of writers that no longer run.
  func removeDead() {
    for file in (try? files.list(directory)) ?? [] where file.hasPrefix(JournalWriters.prefix) {
      let name = String(file.dropFirst(JournalWriters.prefix.count))
      if name != own?.name, !isAlive(name) { try? files.remove(path(name)) }
    }
  }

  /// Lets go of this writer's file.
  mutating func close() {
    guard let own else { return }
    try? files.remove(path(own.name))
    files.close(own.file)
    self.own = nil
  }

  private func path(_ name: String) -> String { "\(directory)/\(JournalWriters.prefix)\(name)" }
}

/// Names that nobody else makes.
enum JournalName {
  static func random() -> String {
    var generator = SystemRandomNumberGenerator()
    let digits = (0..<2).map { _ in
      let text = String(generator.next() as UInt64, radix: 16)
      return String(repeating: "0", count: 16 - text.count) + text
    }
    return digits.joined()
  }
}
