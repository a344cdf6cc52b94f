import Foundation
import ModelTesting
import ModelTransport
import TestSupport
import Testing

@testable import ModelRuntime

/// Temporary files of downloads, and the names that files get.
@Suite("Partial files") struct PartialFileTests {
  private static let url = "https://files.runcomfy.net/a/boat.png"

  private func download(to path: String) throws -> Result<String, ModelError>? {
    let fixture = try Fixture()
    fixture.transport.on(ScriptedMatch(.get, "*"), [.status(200, body: [1, 2, 3])])
    return fixture.attempt { client throws(ModelError) in
      try await client.download(Self.url, to: path)
    }
  }

  @Test("A temporary file of a process that died is removed by the next download to the folder")
  func abandoned() throws {
    let folder = try DownloadFaultTests.Folder()
    for name in [".download-dead1.part", ".download-dead2.part", ".download-other", "x.part"] {
      try Data([9]).write(to: URL(fileURLWithPath: "\(folder.path)/\(name)"))
    }
    let outside = try DownloadFaultTests.Folder()
    try Data([9]).write(to: URL(fileURLWithPath: "\(outside.path)/kept"))
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/.download-link.part", withDestinationPath: "\(outside.path)/kept")
    try FileManager.default.createDirectory(
      atPath: "\(folder.path)/.download-folder.part", withIntermediateDirectories: true)
    #expect(try download(to: folder.path).word() == "success")
    #expect(
      folder.files == [
        ".download-folder.part", ".download-link.part", ".download-other", "boat.png", "x.part",
      ])
    #expect(outside.bytes("kept") == [9])
  }

  @Test("A temporary file that a download is writing is left alone")
  func live() throws {
    let folder = try DownloadFaultTests.Folder()
    let live = try PartialFile(in: folder.path, tag: 7)
    try live.append([1, 2])
    #expect(try download(to: folder.path).word() == "success")
    #expect(folder.files == [".download-7.part", "boat.png"])
    try live.append([3])
    #expect(try live.place(as: "live.png") == "\(folder.path)/live.png")
    #expect(folder.bytes("live.png") == [1, 2, 3])
  }

  @Test(
    "The file of another process is left alone while that lives, and removed when it was killed",
    .enabled(if: Programs.find("flock") != nil, "there is no flock to hold a lock with"))
  func killed() async throws {
    let folder = try DownloadFaultTests.Folder()
    let part = "\(folder.path)/.download-other.part"
    try Data([9]).write(to: URL(fileURLWithPath: part))
    let flock = try #require(Programs.find("flock"))
    // Without a fork, so that the one process that is killed is the one that holds the lock.
    let holder = try ChildProcess(
      flock, ["--no-fork", part, "sh", "-c", "echo held; exec sleep 600"], in: folder.path)
    #expect(try await holder.printed { $0.out.contains("held") })
    AbandonedFiles.remove(from: folder.path)
    #expect(folder.files == [".download-other.part"])
    holder.kill()
    _ = holder.end()
    AbandonedFiles.remove(from: folder.path)
    #expect(folder.files.isEmpty)
  }

  @Test("A directory is searched once for many downloads")
  func onceForEachFolder() throws {
    let folder = try DownloadFaultTests.Folder()
    let folders = DownloadFolders()
    folders.prepare(folder.path)
    try Data([9]).write(to: URL(fileURLWithPath: "\(folder.path)/.download-late.part"))
    folders.prepare(folder.path)
    #expect(folder.files == [".download-late.part"])
    DownloadFolders().prepare(folder.path)
    #expect(folder.files.isEmpty)
  }

  @Test("Ten thousand files with the same name get names with few lookups")
  func names() throws {
    var (count, looks) = (0, 0)
    while count < 12_000 {
      let free = FileName.freeNumber { number in
        looks += 1
        return number < count
      }
      #expect(free == count)
      count += 1
    }
    #expect(looks < 12_000 * 30)
    #expect(FileName.freeNumber { _ in true } == nil)
    // A gap may be found or not; what is found is free.
    let free = try #require(FileName.freeNumber { $0 < 6 || $0 == 7 })
    #expect(free == 6 || free > 7)
  }

  @Test("Concurrent downloads with the same name never overwrite each other")
  func crowd() async throws {
    let folder = try DownloadFaultTests.Folder()
    let path = folder.path
    let placed = try await withThrowingTaskGroup(of: [(String, [UInt8])].self) { group in
      for writer in 0..<12 {
        group.addTask {
          try (0..<20).map { index in
            let bytes = [UInt8(writer), UInt8(index)]
            let file = try PartialFile(in: path, tag: .random(in: 0...UInt64.max))
            try file.append(bytes)
            return (try file.place(as: "boat.png"), bytes)
          }
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
    #expect(placed.count == 240 && Set(placed.map(\.0)).count == 240)
    #expect(folder.files.count == 240)
    for (file, bytes) in placed {
      #expect(FileManager.default.contents(atPath: file) == Data(bytes))
    }
  }
}
