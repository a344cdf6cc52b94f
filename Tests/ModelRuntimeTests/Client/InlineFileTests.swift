import Foundation
import ModelTesting
import ModelTransport
import Testing

@testable import ModelRuntime

/// Results that stand in the answer itself are files like others.
@Suite("Files inside results") struct InlineFileTests {
  private func download(
    _ uri: String, _ folder: DownloadFaultTests.Folder, maximumBytes: Int = 1_000
  ) throws -> Result<String, ModelError>? {
    let fixture = try Fixture()
    let path = folder.path
    let outcome = fixture.attempt { client throws(ModelError) in
      try await client.download(
        uri, to: path, options: DownloadOptions(maxBytes: maximumBytes))
    }
    #expect(fixture.transport.requests.isEmpty)
    return outcome
  }

  @Test(
    "A data URI becomes a file with its bytes, named after its type",
    arguments: [
      ("data:image/png;base64,AQID", "output.png"), ("data:image/jpeg;base64,AQID", "output.jpg"),
      ("DATA:Audio/MPEG;base64,AQID", "output.mp3"), ("data:video/mp4,%01%02%03", "output.mp4"),
      ("data:;base64,AQID", "output"), ("data:application/octet-stream;base64,AQID", "output"),
      ("data:image/../../x;base64,AQID", "output"), ("data:audio/x-wav;base64,AQID", "output.wav"),
      ("data:image/png;base64,AQI%44", "output.png"),
    ])
  func whole(_ uri: String, _ name: String) throws {
    let folder = try DownloadFaultTests.Folder()
    #expect(try download(uri, folder)?.get() == "\(folder.path)/\(name)")
    #expect(folder.files == [name] && folder.bytes(name) == [1, 2, 3])
    #expect(try download(uri, folder)?.get() != "\(folder.path)/\(name)")
    #expect(folder.files.count == 2)
  }

  @Test("A data URI that is too large, empty or invalid leaves no file")
  func failures() throws {
    let large = "data:image/png;base64," + String(repeating: "AAAA", count: 8)
    let huge = "data:image/png;base64," + String(repeating: "AAAA", count: 5_000)
    let cases: [(String, DownloadError)] = [
      (large, .tooLarge(maxBytes: 23)), (huge, .tooLarge(maxBytes: 23)),
      ("data:image/png;base64,", .empty),
      ("data:image/png;base64,A*", .notAURL("it is a data URI that can't be decoded")),
      ("data:image/png", .notAURL("it is a data URI that can't be decoded")),
    ]
    for (uri, expected) in cases {
      let folder = try DownloadFaultTests.Folder()
      guard case .failure(let error)? = try download(uri, folder, maximumBytes: 23),
        case .download(let problem) = error.reason
      else {
        Issue.record("\(uri.prefix(40))")
        continue
      }
      #expect(problem == expected && folder.files.isEmpty)
    }
    let folder = try DownloadFaultTests.Folder()
    #expect(try download(large, folder, maximumBytes: 24).word() == "success")
  }

  @Test("A job that returns data URIs is downloaded like any other")
  func job() throws {
    let folder = try DownloadFaultTests.Folder()
    let path = folder.path
    let output =
      #", "output": {"images": ["data:image/png;base64,AQID", "data:image/gif;base64,AQ=="]}"#
    let fixture = try Fixture().takesJobs().status(.state("completed"))
      .result(.state("succeeded", output))
    let files = try fixture.attempt { client throws(ModelError) in
      try await client.submit(Sketch()).downloadAll(to: URL(fileURLWithPath: path))
    }?.get()
    #expect(files?.count == 2 && folder.files == ["output.gif", "output.png"])
  }

  @Test("A result with a file of many megabytes in it is read, up to the option's limit")
  func largeResult() throws {
    let uri = "data:image/png;base64," + String(repeating: "AAAA", count: 3 << 20)
    let answer = ScriptedAnswer.state("succeeded", #", "output": {"image": "\#(uri)"}"#)
    let folder = try DownloadFaultTests.Folder()
    let path = folder.path
    let fixture = try Fixture().takesJobs().status(.state("completed")).result(answer.always)
    let handle = JobHandle(
      jobID: "r-1", modelID: Sketch.modelID, baseURL: fixture.client.baseURL)
    let job = try #require(handle)
    let files = try fixture.attempt { client throws(ModelError) in
      try await client.submit(Sketch()).downloadAll(to: URL(fileURLWithPath: path))
    }?.get()
    #expect(
      files?.first?.lastPathComponent == "output.png"
        && folder.bytes("output.png")?.count == 9 << 20)
    let record = fixture.attempt { client throws(ModelError) in try await client.result(of: job) }
    #expect(record.word() == "success")
    let small = fixture.set { $0.maximumResultBytes = 1 << 20 }
    let refused = small.attempt { client throws(ModelError) in try await client.result(of: job) }
    #expect(refused.word() == "invalidResponse + handle")
  }
}
