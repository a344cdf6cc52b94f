import Foundation

/// A folder that is there for as long as a test holds it.
public final class TemporaryFolder: TestFolder, Sendable {
  public let root: String

  public init() throws { root = try TemporaryFolder.makeRoot("modelgen-tests") }

  deinit { try? FileManager.default.removeItem(atPath: root) }
}
