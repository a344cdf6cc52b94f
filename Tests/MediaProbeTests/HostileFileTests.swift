import Foundation
import MediaProbe
import Testing

/// Files that are cut off, lie, or are pure noise: a probe ends, and says at most what is there.
struct HostileFileTests {
  @Test("All sample files can be read")
  func theCorpusIsSound() {
    for file in Corpus.all {
      let facts = facts(file)
      #expect(facts.format.kind != nil)
      #expect(facts.displayed.value != nil || facts.duration.value != nil)
    }
  }

  @Test("A file that ends anywhere yields only correct facts", arguments: Corpus.all.indices)
  func aFileCutAnywhereEndsTheProbeAndInventsNothing(index: Int) {
    let file = Corpus.all[index]
    let whole = MediaProbe.facts(of: file)
    for length in file.indices {
      let facts = MediaProbe.facts(of: Bytes(file.prefix(length)))
      #expect(facts.byteCount == .known(length))
      let stored = facts.stored.value
      #expect(stored == nil || stored == whole.stored.value)
    }
  }

  @Test("Extreme numbers anywhere don't crash the probe", arguments: Corpus.all.indices)
  func extremeNumbersAnywhereEndTheProbe(index: Int) {
    let file = Corpus.all[index]
    let extremes = [0, 1, 7, 8, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF]
    let numbers = Set(extremes.flatMap { [big($0, 4), little($0, 4)] })
    for offset in 0..<file.count - 4 where !isSilence(file, offset) {
      for number in numbers {
        var changed = file
        for index in 0..<4 { changed[offset + index] = number[index] }
        check(changed)
      }
    }
  }

  /// Returns a Boolean value that indicates whether the offset is in a run of zeros that is longer
  /// than any header.
  private func isSilence(_ file: Bytes, _ offset: Int) -> Bool {
    offset >= 40 && file[offset - 40..<min(offset + 8, file.count)].allSatisfy { $0 == 0 }
  }

  @Test("Files of many tiny parts don't exceed the limits")
  func filesOfNothingButTinyPartsEndTheProbe() {
    let boxes = box("ftyp", ascii("isom"), zeros(4)) + repeated(box("free"), 100_000)
    let stuffing =
      [0xFF, 0xD8] + JPEGSample.frame(64, 0) + JPEGSample.scan + repeated([0xFF, 0], 100_000)
    let fill = [0xFF, 0xD8] + repeated([0xFF], 200_000)
    let comments =
      ascii("GIF89a") + [1, 0, 1, 0, 0, 0, 0, 0x21, 0xFE] + repeated([1, 0x20], 100_000)
    let chunks = riff(
      "WEBP", WebPSample.canvas(4, 5, flags: 8), repeated(riffChunk("AAAA", []), 70_000))
    for file in [boxes, stuffing, fill, comments, chunks] {
      let facts = MediaProbe.facts(byteCount: file.count) { range in Bytes(file[range]) }
      #expect(facts.displayed.isUnknown)
      #expect(facts.byteCount == .known(file.count))
    }
  }

  private func repeated(_ part: Bytes, _ count: Int) -> Bytes {
    Bytes((0..<count).map { _ in part }.joined())
  }

  @Test("Randomly changed files don't crash the probe")
  func mutatedFilesEndTheProbe() {
    let count = iterations
    var dice = Dice(state: 0x5EED)
    let corpus = Corpus.all
    for _ in 0..<count {
      var file = corpus[dice.below(corpus.count)]
      for _ in 0...dice.below(4) { mutate(&file, &dice) }
      check(file)
      if dice.below(16) == 0 { checkByRanges(file, &dice) }
    }
    print("probed \(count) mutated files")
  }

  /// The number of mutated files to probe, which the environment can increase.
  private var iterations: Int {
    ProcessInfo.processInfo.environment["MODELGEN_FUZZ_ITERATIONS"].flatMap { Int($0) } ?? 20_000
  }

  private func check(_ file: Bytes) {
    let facts = MediaProbe.facts(of: file)
    let sizes = [facts.stored, facts.displayed].compactMap(\.value)
    let isSane =
      facts.byteCount == .known(file.count)
      && sizes.allSatisfy { $0.width > 0 && $0.height > 0 }
      && (facts.duration.value ?? 0).isFinite && (facts.duration.value ?? 0) >= 0
      && (facts.framesPerSecond.value ?? 1) > 0 && (facts.framesPerSecond.value ?? 1).isFinite
    if !isSane { Issue.record("\(facts) from \(file)") }
  }

  /// A source of many short answers must come to what the bytes at once come to.
  private func checkByRanges(_ file: Bytes, _ dice: inout Dice) {
    var dice = dice
    var limits = ProbeLimits(requestCount: 1000)
    limits.firstRequest = 1 + dice.below(64)
    limits.laterRequest = 1 + dice.below(64)
    let byRanges = MediaProbe.facts(byteCount: file.count, limits: limits) { range in
      Bytes(file[range].prefix(1 + dice.below(range.count)))
    }
    if byRanges != MediaProbe.facts(of: file) { Issue.record("\(byRanges) from \(file)") }
  }

  private func mutate(_ file: inout Bytes, _ dice: inout Dice) {
    guard file.count > 8 else { return }
    let offset = dice.below(file.count - 4)
    switch dice.below(6) {
    case 0: file[offset] = UInt8(dice.below(256))
    case 1: file[offset] ^= 1 << UInt8(dice.below(8))
    case 2:
      let extreme = [0, 1, 7, 8, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF][dice.below(7)]
      let number = dice.below(2) == 0 ? big(extreme, 4) : little(extreme, 4)
      file.replaceSubrange(offset..<offset + 4, with: number)
    case 3: file.removeSubrange(offset..<offset + 1 + dice.below(4))
    case 4:
      let length = min(1 + dice.below(24), file.count - offset)
      file.insert(contentsOf: file[offset..<offset + length], at: dice.below(file.count))
    default: file.removeLast(dice.below(file.count - 8))
    }
  }
}

/// The same throws every time.
private struct Dice {
  var state: UInt64

  mutating func below(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 11) % max(1, bound)
  }
}
