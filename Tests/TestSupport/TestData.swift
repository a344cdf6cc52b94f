import Foundation

/// Data that lies outside the package, found through the environment.
public enum TestData {
  public static var conformanceSuite: String? {
    folder("JSON_SCHEMA_TEST_SUITE", holding: "")
  }
  public static var corpus: String? { folder("MODELGEN_CORPUS", holding: "") }

  public static func variable(_ name: String) -> String? {
    ProcessInfo.processInfo.environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private static func folder(_ name: String, holding child: String) -> String? {
    variable(name).flatMap { FileManager.default.fileExists(atPath: $0 + "/" + child) ? $0 : nil }
  }

  /// Paths relative to `folder`, sorted.
  public static func files(below folder: String, suffix: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(suffix) }
      .sorted()
  }

  public static func bytes(of path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }
}
