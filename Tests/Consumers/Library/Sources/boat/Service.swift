import ModelTesting

/// The service of this example: scripted answers, so that it runs without a token or a network.
enum Service {
  static var scripted: ScriptedTransport {
    let service = ScriptedTransport()
    for id in ["boat-1", "boat-2"] {
      service.on(.post, "/v1/models/*", .json(#"{"request_id": "\#(id)"}"#))
      service.on(
        .get, "/v1/requests/\(id)/status",
        .json(#"{"request_id": "\#(id)", "status": "in_queue", "queue_position": 1}"#),
        .json(#"{"request_id": "\#(id)", "status": "in_progress"}"#))
      service.on(.get, "/v1/requests/\(id)/result", .json(result(of: id)).times(10))
    }
    return service
  }

  private static func result(of id: String) -> String {
    #"{"request_id": "\#(id)", "status": "succeeded", "output": {"images": ["\#(image)"]}}"#
  }

  private static var image: String { "https://files.runcomfy.net/boat.png" }
}
