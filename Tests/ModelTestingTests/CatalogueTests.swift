import ModelCore
import TestSupport
import Testing

@testable import ModelTesting

/// The list of models, as clients that choose one at run time read it.
@Suite("Catalogue of the mock service") struct CatalogueTests {
  private func page(_ service: MockService, _ path: String) throws -> Fixture.Outcome {
    let client = try #require(RawClient(service.port))
    client.send("GET \(path) HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer t\r\n\r\n")
    let answer = try #require(client.answer())
    return Fixture.Outcome(status: answer.status, answer: answer)
  }

  private func ids(_ outcome: Fixture.Outcome) -> [String] {
    (outcome.json["models"]?.array ?? []).compactMap { $0["model_id"]?.string }
  }

  @Test("Pages are selected by offset and limit, and have the total")
  func pages() throws {
    let service = try MockService.start(schemas: Repository.schemas)
    defer { service.stop() }
    let all = try page(service, "/v1/models?limit=500")
    let total = try #require(all.json["total"]?.int)
    #expect(ids(all).count == total && total > 50 && ids(all) == ids(all).sorted())
    var collected: [String] = []
    while collected.count < total {
      let next = try page(service, "/v1/models?limit=20&offset=\(collected.count)")
      #expect(next.json["total"]?.int == total && !ids(next).isEmpty)
      guard !ids(next).isEmpty else { break }
      collected += ids(next)
    }
    #expect(collected == ids(all))
    #expect(ids(try page(service, "/v1/models?offset=100000")).isEmpty)
    for query in ["limit=0", "limit=501", "limit=x", "offset=-1"] {
      let refused = try page(service, "/v1/models?\(query)")
      #expect(refused.status == 422 && refused.code == 422_001, "\(query)")
    }
  }

  @Test("A search finds every word in any case; category and kind narrow it down")
  func search() throws {
    let service = try MockService.start(schemas: Repository.schemas)
    defer { service.stop() }
    let found = ids(try page(service, "/v1/models?search=DREAMINA+edit"))
    #expect(found == ["bytedance/dreamina-4-0/edit"])
    #expect(ids(try page(service, "/v1/models?search=no%20such")).isEmpty)
    let categories = try page(service, "/v1/models/categories").json["categories"]?.array ?? []
    #expect(categories.contains("text-to-image") && categories.contains("text-to-video"))
    var counted = 0
    for category in categories {
      counted +=
        ids(try page(service, "/v1/models?limit=500&category=\(category.string ?? "")"))
        .count
    }
    #expect(counted == ids(try page(service, "/v1/models?limit=500&kind=model")).count)
    #expect(ids(try page(service, "/v1/models?kind=workflow")).isEmpty)
  }

  @Test("An entry has all its fields; the schema only on request, or on the entry alone")
  func entry() throws {
    let fixture = try Fixture()
    let list = try fixture.call("GET", "/v1/models").json["models"]?.array?.first
    #expect(list?["input_schema"] == nil)
    let whole = try fixture.call("GET", "/v1/models?include_schema=true").json["models"]?.array?
      .first
    let single = try fixture.call("GET", Fixture.path).json
    #expect(whole == single)
    #expect(single["model_id"]?.string == "acme/sketch 1.0/draw")
    #expect(single["kind"]?.string == "model" && single["price_unit"]?.string == "output")
    #expect(single["inputs"] == ["prompt", "size", "num_images"])
    #expect(single["required_inputs"] == ["prompt"])
    #expect(single["input_schema"]?["required"] == ["prompt"])
    let keys = [
      "display_name", "categories", "description", "base_price_usd", "pricing_note", "model_url",
    ]
    for key in keys { #expect(single[key] != nil, "\(key)") }
  }
}
