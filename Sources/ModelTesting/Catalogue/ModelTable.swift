import ModelCore
import ModelSchema

/// The models that are served, in the order of their ids.
struct ModelTable {
  let all: [ServedModel]
  private let byID: [WireName: ServedModel]

  init(_ models: [Model]) {
    all = models.map(ServedModel.init).sorted { WireName($0.model.id) < WireName($1.model.id) }
    byID = Dictionary(all.map { (WireName($0.model.id), $0) }) { first, _ in first }
  }

  subscript(_ id: String) -> ServedModel {
    get throws(ServiceRefusal) {
      guard let served = byID[WireName(id)] else { throw .unknownModel(id) }
      return served
    }
  }

  var categories: [JSONValue] { Set(all.map(\.category)).sorted().map { .string($0) } }
}
