import Foundation
import TestSupport
import Testing

/// The names of tests cite faults by number; readers have to find out what the numbers mean.
@Suite("The fault table")
struct FaultTableTests {
  private static let page = "Sources/ModelRuntime/ModelRuntime.docc/FaultTable.md"

  private let rows: [Substring]

  init() throws {
    let text = try String(contentsOfFile: Repository.root + "/" + Self.page, encoding: .utf8)
    rows = text.split(separator: "\n").filter { $0.hasPrefix("| F") }
  }

  @Test("The fault table explains every number that tests cite, and no other")
  func numbers() throws {
    let explained = rows.compactMap { $0.firstMatch(of: /^\| F(\d+) \|/).flatMap { Int($0.1) } }
    var cited: Set<Int> = []
    for file in try swiftFiles(in: "Tests") where !file.hasSuffix("FaultTableTests.swift") {
      for match in try String(contentsOfFile: file, encoding: .utf8).matches(of: /"[^"\n]*"/) {
        cited.formUnion(match.0.matches(of: /\bF(\d{1,2})\b/).compactMap { Int($0.1) })
      }
    }
    #expect(cited.count > 30)
    #expect(Set(explained).count == explained.count, "a number has two rows")
    #expect(explained.sorted() == cited.sorted())
  }

  @Test("The fault table names reasons that exist")
  func reasons() throws {
    let code = try swiftFiles(in: "Sources/ModelRuntime")
      .map { try String(contentsOfFile: $0, encoding: .utf8) }.joined()
    let declared = Set(code.matches(of: /\bcase (\w+)/).map { String($0.1) })
    for row in rows {
      let cells = row.split(separator: "|")
      for name in try #require(cells.last).matches(of: /`([a-z]\w+)`/).map({ String($0.1) })
      where name != "nil" {
        #expect(declared.contains(name), "\(name)")
      }
    }
  }

  private func swiftFiles(in folder: String) throws -> [String] {
    let root = Repository.root + "/" + folder
    return try FileManager.default.subpathsOfDirectory(atPath: root)
      .filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { root + "/" + $0 }
  }
}
