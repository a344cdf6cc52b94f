import Foundation

extension UserPackage {
  /// A text that stays keeps its time, so that what was built of it stays too.
  func write(_ file: String, _ text: String) throws {
    if (try? read(file)) != text { try write(file, Array(text.utf8)) }
  }

  func addModel(_ id: String, at file: String, longest: Int = 800) throws {
    try write(
      file,
      """
      {
        "model_id": "\(id)",
        "input": {
          "type": "object",
          "required": ["prompt"],
          "properties": {
            "prompt": {"type": "string", "maxLength": \(longest)}
          }
        }
      }

      """)
  }

  func bindings(_ file: String) throws -> String {
    try String(contentsOf: Self.bindings.appendingPathComponent(file), encoding: .utf8)
  }

  private static let bindings = folder.appendingPathComponent(
    ".build/plugins/outputs/app/App/destination/ModelBindings/Bindings")

  /// The files of a build, with their dates.
  struct Made: Equatable {
    /// Files of bindings.
    var bindings: [String: Date] = [:]
    /// Source files that were compiled.
    var objects: [String: Date] = [:]

    /// The names of what was made since.
    func since(_ before: Made) -> (bindings: [String], objects: [String]) {
      func news(_ now: [String: Date], _ then: [String: Date]) -> [String] {
        now.filter { then[$0.key] != $0.value }.keys.sorted()
      }
      return (news(bindings, before.bindings), news(objects, before.objects))
    }
  }

  func made() throws -> Made {
    Made(
      bindings: try times(in: Self.bindings, ending: ".swift"),
      objects: try times(in: Self.objects, ending: ".swift.o"))
  }

  private static let objects = folder.appendingPathComponent(".build/debug/App.build")

  /// Takes away what other tests left in the build folder: the compiler doesn't write a file again
  /// that would be the same, so that an old one looks as if nothing had been compiled.
  func removeLeftovers(except models: [String]) throws {
    let kept = models.map { $0.replacingOccurrences(of: "/", with: "+").dropLast(5) + ".swift" }
    for (folder, ending) in [(Self.bindings, ""), (Self.objects, ".o")] {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
      for file in files where file.hasSuffix(".model.swift" + ending) {
        guard !kept.contains(where: { $0 + ending == file }) else { continue }
        try FileManager.default.removeItem(at: folder.appendingPathComponent(file))
      }
    }
  }

  private func times(in folder: URL, ending: String) throws -> [String: Date] {
    var times: [String: Date] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path)
    where name.hasSuffix(ending) {
      let attributes = try FileManager.default.attributesOfItem(atPath: folder.path + "/" + name)
      times[String(name.dropLast(ending.count)) + ".swift"] = attributes[.modificationDate] as? Date
    }
    return times
  }
}
