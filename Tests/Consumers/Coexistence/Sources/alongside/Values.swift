import Foundation
import ModelRuntime

/// JSON values by hand.
func values() throws {
  var value: JSONValue = ["name": "boat", "sizes": [1, 2.5], "isNew": true, "note": nil]
  value["name"] = "ship"
  value["sizes"]?[0] = 7
  value["count"] = JSONValue(3)
  print(value["name"]?.string ?? "", value["sizes"]?[1]?.double ?? 0, value["count"]?.int ?? 0)
  for item in value["sizes"]?.array ?? [] { print(item) }
  for (key, member) in value.object ?? [:] where member.isNull { print(key, "is null") }

  let parsed = try JSONValue(parsing: #"{"url": "https://example.com/a.png", "size": 4}"#)
  print(parsed["url"]?.url?.host ?? "", JSONValue(Date(timeIntervalSince1970: 0)))

  struct File: Codable, Equatable {
    var url: URL
    var size: Int
  }
  let file = try parsed.decode(File.self)
  print(try JSONValue(encoding: file) == parsed)

  let object = try JSONSerialization.jsonObject(with: Data(parsed.description.utf8))
  print(JSONValue(foundationObject: object) == parsed, parsed.foundationObject is [String: Any])
  print(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(parsed)) == parsed)
  do {
    _ = try JSONValue(parsing: "[1,")
  } catch {
    print(error.localizedDescription)
  }
}
