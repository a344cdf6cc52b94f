import ModelCore
import ModelSchema

extension ServedModel {
  /// Returns the model's entry in the catalogue.
  func entry(includesSchema: Bool) -> JSONObject {
    var json: JSONObject = [
      "model_id": .string(model.id),
      "display_name": .string(model.title.isEmpty ? model.id : model.title),
      "kind": "model",
      "categories": [.string(category)],
      "description": .string(model.description),
      "base_price_usd": .init(floatLiteral: basePrice),
      "price_unit": kind == .image ? "output" : "second",
      "pricing_note": "A made-up price of the mock service.",
      "inputs": .array(model.input.properties.map { .string($0.key) }),
      "required_inputs": .array(required.map { .string($0) }),
      "model_url": .string("https://www.runcomfy.com/models/\(model.id)"),
    ]
    if includesSchema { json["input_schema"] = JSONValue(model.inputSchema) }
    return json
  }

  private var required: [String] {
    model.input.properties.filter(\.isRequired).map(\.key) + model.input.undescribedRequired
  }

  /// Returns a Boolean value that indicates whether each word occurs in the ID, the title or the
  /// category.
  func matches(_ words: [String]) -> Bool {
    let text = "\(model.id) \(model.title) \(category)".lowercased()
    return words.allSatisfy { text.contains($0) }
  }
}

extension Service {
  /// One page of the catalogue, and how many entries all pages have.
  func catalogue(_ head: RequestHead) throws(ServiceRefusal) -> Answer {
    let query = Query(head.query)
    let limit = try query.number("limit", in: 1...500, otherwise: 100)
    let offset = try query.number("offset", in: 0...Int.max, otherwise: 0)
    let words = (query["search"] ?? "").lowercased().split(separator: " ").map(String.init)
    let found = models.all.filter { served in
      served.matches(words) && (query["category"].map { $0 == served.category } ?? true)
        && (query["kind"].map { $0 == "model" } ?? true)
    }
    let page = found.dropFirst(offset).prefix(limit)
    let includesSchema = query.flag("include_schema")
    return Answer(
      json: [
        "models": .array(page.map { .object($0.entry(includesSchema: includesSchema)) }),
        "total": .number(JSONNumber(found.count)),
      ])
  }
}
