import Foundation
import ModelGenerator
import TestSupport
import Testing

@Suite("Namespaces that are named like types")
struct VendorNameTests {
  private func type(_ id: String) -> String? {
    TypePaths(ids: [id], overrides: NameOverrides())[id]?.dotted
  }

  @Test(
    "A vendor that is named like a common type gets a namespace of its own",
    arguments: [
      ("task/m", "TaskVendor.M"), ("date/m", "DateVendor.M"), ("result/m", "ResultVendor.M"),
      ("sendable/m", "SendableVendor.M"), ("job-handle/m", "JobHandleVendor.M"),
      ("view/m", "ViewVendor.M"), ("url/m", "Url.M"), ("acme/task", "Acme.Task"),
    ])
  func vendors(id: String, expected: String) { #expect(type(id) == expected) }

  @Test("No vendor's namespace hides a public type of the runtime")
  func runtimeTypes() throws {
    let pattern = try Regex(
      #"(?m)^(?:@[A-Za-z_()]+ )*public (?:indirect |final )*"#
        + "(?:struct|enum|class|protocol|actor|typealias) ([A-Za-z]+)")
    var names: Set<String> = []
    for module in ["ModelRuntime", "ModelCore", "ModelTransport"] {
      let folder = URL(filePath: Repository.root).appending(path: "Sources/\(module)")
      let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
      while let file = files?.nextObject() as? URL {
        guard file.pathExtension == "swift" else { continue }
        let text = try String(contentsOf: file, encoding: .utf8)
        for match in text.matches(of: pattern) {
          if let name = match.output[1].substring { names.insert(String(name)) }
        }
      }
    }
    #expect(names.count > 50)
    for name in names.sorted() {
      #expect(type(name + "/m")?.hasPrefix(name + ".") == false, "\(name)")
    }
  }
}
