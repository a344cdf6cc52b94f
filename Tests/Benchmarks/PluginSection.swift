import Foundation

extension Section {
  /// The build time with the build plugin, compared with a package that has the same bindings
  /// checked in.
  static var plugin: Section {
    Section(
      name: "plugin",
      summary:
        "`swift build` of a package that uses the build plugin, beside the same bindings checked "
        + "in. Speeds compare with the first row. Cold builds and first ones are run once."
    ) { rounds in
      try TemporaryFolder.with { folder in
        try pluginRows(in: folder, rounds: min(rounds, 5))
      }
    }
  }

  private static func pluginRows(in folder: TemporaryFolder, rounds: Int) throws -> [Row] {
    let user = UserPackage(folder: folder, name: "user", usesPlugin: true)
    let twin = UserPackage(folder: folder, name: "twin", usesPlugin: false)
    var rows: [Row] = []
    func note(_ name: String, models: Int, _ costs: [ChildProgram.Cost]) {
      rows.append(Row(name: name, costs, models: models, reference: costs))
    }

    try user.writeModels(4)
    note("4 models, cold", models: 4, [try user.buildFromNothing()])
    note(
      "4 models, cold, no index for editors", models: 4,
      [try user.buildFromNothing("--disable-index-store")])
    note(
      "4 models, cold, other build system", models: 4,
      [try user.buildFromNothing("--build-system", "swiftbuild")])
    _ = try user.buildFromNothing()
    for (count, spare) in [(4, 8), (100, 200), (1000, 0)] {
      try user.writeModels(count)
      let first = try user.build()
      try twin.copyBindings(of: user)
      if count == 4 { _ = try twin.build() }
      let compiled = try twin.build()
      if count > 4 {
        note("\(count) models, first build", models: count, [first])
        note("\(count) models, first build, checked in", models: count, [compiled])
      }
      _ = try user.build()
      note("\(count) models, nothing changed", models: count, try repeated(rounds, user.build))
      note(
        "\(count) models, nothing changed, checked in", models: count,
        try repeated(rounds, twin.build))
      guard spare > 0 else { continue }
      note(
        "\(count) models, one edited", models: count,
        try (0..<rounds).map { try user.buildAfterEdit($0) })
      let added = try (0..<rounds).map { round in
        (try user.buildAfterAddition(spare + round), try twin.buildWithNewBindings(of: user))
      }
      note("\(count) models, one added", models: count, added.map(\.0))
      note("\(count) models, one added, checked in", models: count, added.map(\.1))
    }
    return rows
  }

  private static func repeated(
    _ rounds: Int, _ build: () throws -> ChildProgram.Cost
  ) throws -> [ChildProgram.Cost] {
    try (0..<rounds).map { _ in try build() }
  }
}
