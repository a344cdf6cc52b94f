import ModelCore
import ModelSchema
import ModelTesting

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A mock service and connections to it, each with one request under way.
final class MockLoad {
  let service: MockService
  private var connections: [LoadConnection] = []

  init(connections count: Int) throws {
    let file = ModelFile(path: "edit.json", relativePath: nil, bytes: Array(SampleModels.edit.utf8))
    guard let opened = ModelReader.open(file).0,
      let model = ModelReader.interpret(opened).model
    else { throw LoadFailure(text: "the model can't be read") }
    var options = MockService.Options()
    // None of the jobs comes to its end meanwhile.
    options.pace = Pace(perPosition: .seconds(3_600))
    options.jobLimit = 1_000_000
    service = try MockService.start(models: [model], options: options)
    for _ in 0..<count { connections.append(try LoadConnection(service.port)) }
  }

  func request(_ method: String, _ path: String, _ body: [UInt8] = []) -> [UInt8] {
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer any\r\n"
      + "Content-Length: \(body.count)\r\n\r\n"
    return Array(head.utf8) + body
  }

  private(set) lazy var submission = request(
    "POST", "/v1/models/bytedance/dreamina-4-0/edit", SampleRequests.edit.jsonBytes)

  /// The ids of so many new jobs.
  func submit(_ count: Int) throws -> [String] {
    var ids: [String] = []
    while ids.count < count {
      try connections.forEach { try $0.send(submission) }
      for connection in connections {
        let answer = try JSONValue(parsing: Array(try connection.answer()))
        guard let id = answer["request_id"]?.string else {
          throw LoadFailure(text: "a submission was refused: \(answer)")
        }
        ids.append(id)
      }
    }
    return ids
  }

  /// Returns the time that a number of requests takes, and the size of their responses in bytes.
  func run(_ count: Int, _ request: (Int) -> [UInt8]) throws -> (seconds: Double, bytes: Int) {
    let clock = ContinuousClock()
    let start = clock.now
    var (sent, bytes) = (0, 0)
    while sent < count {
      for connection in connections {
        try connection.send(request(sent))
        sent += 1
      }
      for connection in connections { bytes += try connection.answer().count }
    }
    return ((clock.now - start) / .seconds(1) * Double(count) / Double(sent), bytes)
  }

  /// The peak memory of the whole process.
  var peakMebibytes: Int {
    var usage = rusage()
    // RUSAGE_SELF, which has another type on each system.
    getrusage(0, &usage)
    #if canImport(Darwin)
      return Int(usage.ru_maxrss) >> 20
    #else
      return Int(usage.ru_maxrss) >> 10
    #endif
  }
}

struct LoadFailure: Error, CustomStringConvertible {
  let text: String
  var description: String { text }
}
