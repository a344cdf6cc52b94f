import ModelCore
import ModelGenerator
import ModelSchema
import TestSupport
import Testing

/// Invariants of names, for any schema.
@Suite("Names of random schemas")
struct RandomNameTests {
  private static let rounds: UInt64 = 400

  @Test("Names of keys and values are unique and independent of order")
  func keysAndValues() throws {
    for seed in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed)
      let keys = RandomNames.texts(Int.random(in: 2...9, using: &random), using: &random)
      let values = RandomNames.texts(Int.random(in: 2...9, using: &random), using: &random)
      let table = try Self.names(keys, values)
      for names in table.values {
        #expect(Set(names.values).count == names.count, "seed \(seed)")
      }
      let shuffled = try Self.names(
        keys.shuffled(using: &random), values.shuffled(using: &random))
      #expect(shuffled == table, "seed \(seed)")
    }
  }

  @Test("Adding a key or value changes only less canonical names")
  func additions() throws {
    for seed in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed &+ 1_000_000)
      let keys = RandomNames.texts(Int.random(in: 2...9, using: &random), using: &random)
      let values = RandomNames.texts(Int.random(in: 2...9, using: &random), using: &random)
      let before = try Self.names(Array(keys.dropLast()), Array(values.dropLast()))
      let after = try Self.names(keys, values)
      let added = [
        "keys": WireName(keys.last ?? ""), "types": WireName(keys.last ?? ""),
      ]
      for (scope, names) in before {
        let newcomer = after[scope]?[added[scope] ?? WireName(values.last ?? "")]
        for (wire, name) in names {
          let now = after[scope]?[wire]
          #expect(now == name || newcomer == name && now?.hasPrefix(name) == true, "seed \(seed)")
        }
      }
    }
  }

  @Test("Types and files of models are unique and independent of order")
  func ids() {
    for seed in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed)
      let ids = RandomNames.ids(12, using: &random)
      let paths = TypePaths(ids: ids, overrides: NameOverrides())
      #expect(Set(ids.map { paths[$0]?.dotted }).count == ids.count, "seed \(seed)")
      let options = BindingsOptions(isSingleModule: seed % 2 == 0)
      let files = BindingsGenerator.filePaths(of: ids, options: options)
      #expect(Set(files.values.map { $0.lowercased() }).count == ids.count, "seed \(seed)")
      let shuffled = ids.shuffled(using: &random)
      let others = TypePaths(ids: shuffled, overrides: NameOverrides())
      #expect(ids.allSatisfy { paths[$0] == others[$0] }, "seed \(seed)")
      #expect(
        BindingsGenerator.filePaths(of: shuffled, options: options) == files, "seed \(seed)")
    }
  }

  @Test("Adding a model changes only less canonical types")
  func addedModels() throws {
    for seed in 0..<Self.rounds {
      var random = SeededGenerator(seed: seed &+ 2_000_000)
      let ids = RandomNames.ids(10, using: &random)
      let added = try #require(ids.last)
      let before = TypePaths(ids: ids.dropLast(), overrides: NameOverrides())
      let after = TypePaths(ids: ids, overrides: NameOverrides())
      let newcomer = try #require(after[added]?.components)
      for id in ids.dropLast() {
        let old = try #require(before[id]?.components)
        let new = try #require(after[id]?.components)
        guard let place = zip(old, new).enumerated().first(where: { $1.0 != $1.1 })?.offset else {
          #expect(old.count == new.count)
          continue
        }
        // The newcomer stands in the same scope and has taken the name.
        #expect(newcomer.prefix(place + 1) == old.prefix(place + 1), "seed \(seed)")
        #expect(new[place].hasPrefix(old[place] + "_x"), "seed \(seed)")
      }
    }
  }

  @Test(
    "Equal suffixes are made unique",
    arguments: [("a ; :b", "a!~-_b"), ("a ; _b", "a!~-:b"), ("a ; ^b", "a!~-;b")])
  func suffixes(first: String, second: String) throws {
    let keys = ["a_b", first, second]
    let names = try Self.names(keys, ["x"])["keys"] ?? [:]
    #expect(names[WireName("a_b")] == "aB")
    #expect(names[WireName(first)] == "aB" + "_x" + suffix(of: names[WireName(first)]))
    #expect(names[WireName(second)]?.hasPrefix(names[WireName(first)] ?? "?") == true)
    #expect(Set(names.values).count == 3)
    #expect(try Self.names(keys.reversed(), ["x"])["keys"] == names)
  }

  private func suffix(of name: String?) -> String { String((name ?? "").suffix(6)) }

  @Test(
    "Forty random models compile together", .enabled(if: Toolchain.isFound, Toolchain.isMissing))
  func compiles() throws {
    var random = SeededGenerator(seed: 7)
    let models = try RandomNames.ids(40, using: &random).map { id in
      try RandomModels.model(id, using: &random)
    }
    let files = Bindings(models).files
    let errors = try Toolchain.typecheck(files, flags: ["-swift-version", "6"])
    #expect(errors == "")
    let remarks = try Toolchain.lint(files)
    #expect(remarks == "")
  }

  /// The names of keys, of their types, and of the values of each.
  private static func names(
    _ keys: [String], _ values: [String]
  ) throws -> [String: [WireName: String]] {
    let model = try Models.make(
      properties: Models.properties(keys, schema: Models.choice(values)))
    var table: [String: [WireName: String]] = [:]
    for row in NameTable(of: model).rows {
      table["keys", default: [:]][WireName(row.key)] = row.identifier
      table["types", default: [:]][WireName(row.key)] = row.type
      for (value, member) in row.values {
        table["values of \(Array(row.key.utf8))", default: [:]][WireName(value)] = member
      }
    }
    return table.mapValues { names in names.mapValues { $0.filter { $0 != "?" } } }
  }
}
