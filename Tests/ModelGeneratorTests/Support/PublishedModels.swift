import Foundation
import ModelSchema
import Testing
import TestSupport

/// The models that vendors really publish.
enum PublishedModels {
  static let repository = folder(Toolchain.repository.appending(path: "schemas"))

  /// A folder with more of them, named by the environment.
  static let corpus = ProcessInfo.processInfo.environment["MODELGEN_CORPUS"].map {
    folder(URL(filePath: $0))
  }
  static let noCorpus: Comment =
    "set MODELGEN_CORPUS to a folder of model files to compile them too"

  /// All models below a folder, in the order of their paths.
  private static func folder(_ folder: URL) -> [Model] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    let paths = (files?.compactMap { ($0 as? URL)?.path } ?? [])
      .filter { ModelFile.isModelFile(named: URL(filePath: $0).lastPathComponent) }
    return paths.sorted().compactMap { path in
      guard let data = FileManager.default.contents(atPath: path) else { return nil }
      return ModelReader.read(ModelFile(path: path, relativePath: nil, bytes: Array(data))).model
    }
  }
}
