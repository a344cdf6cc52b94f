import ModelCore
import TestSupport
import Testing

@Suite("JSON round trips")
struct RoundTripTests {
  @Test("Random values survive both styles, spelling of numbers and order of keys included")
  func values() throws {
    var random = RandomJSON(seed: 1)
    for _ in 0..<600 {
      let value = random.value()
      for style in [JSONWriter.Style.compact, .pretty] {
        var writer = JSONWriter(style: style)
        writer.value(value)
        let read = try JSONValue(parsing: writer.bytes)
        #expect(read == value)
        #expect(read.hashValue == value.hashValue)
        #expect(read.description == value.description)
      }
    }
  }

  @Test("The pointer of every node leads back to that node")
  func pointers() throws {
    var random = RandomJSON(seed: 2)
    var count = 0
    for _ in 0..<300 {
      var writer = JSONWriter(style: .pretty)
      writer.value(random.value())
      let document = try JSONDocument(parsing: writer.bytes)
      for node in allNodes(below: document.root) {
        let found = document.root.node(at: node.pointer)
        #expect(found?.byteRange == node.byteRange, "\(node.pointer)")
        count += 1
      }
    }
    #expect(count > 1000)
  }

  @Test("Positions match those counted from the start of the text")
  func places() throws {
    var random = RandomJSON(seed: 3)
    for round in 0..<200 {
      var writer = JSONWriter(style: round % 2 == 0 ? .pretty : .compact)
      writer.value(random.value())
      let mark: [UInt8] = round % 3 == 0 ? [0xEF, 0xBB, 0xBF] : []
      let document = try JSONDocument(parsing: mark + writer.bytes)
      for node in allNodes(below: document.root) {
        let counted = SourcePlace(ofByte: node.byteRange.lowerBound, in: document.bytes)
        #expect(node.place == counted)
      }
    }
  }

  @Test("Positions are correct on long lines with multibyte characters")
  func longLine() throws {
    var random = RandomJSON(seed: 4)
    let strings = (0..<3000).map { _ in JSONValue.string(random.string()) }
    let text = JSONValue.array(strings).description
    let document = try JSONDocument(parsing: text)
    #expect(document.bytes.count > 20_000)
    for offset in stride(from: 0, through: document.bytes.count + 5, by: 7) {
      let counted = SourcePlace(ofByte: offset, in: document.bytes)
      #expect(document.place(ofByte: offset) == counted)
    }
  }

  @Test("Positions are correct in invalid text")
  func anyText() {
    var random = SeededGenerator(seed: 5)
    let sorts: [[UInt8]] = [
      [0x80], [0xBF], [0xE2, 0x82], [0xFF], Array("é".utf8), Array("😀".utf8), [0x61], [0x0A],
    ]
    for mark: [UInt8] in [[], [0xEF, 0xBB, 0xBF]] {
      var bytes = mark
      for _ in 0..<3_000 {
        // Runs, so that whole stretches hold nothing but one sort.
        let sort = sorts[Int.random(in: 0..<sorts.count, using: &random)]
        for _ in 0..<Int.random(in: 1...(sort == [0x0A] ? 1 : 9), using: &random) { bytes += sort }
      }
      bytes += Array(repeating: 0x80, count: 3_000)
      let table = PlaceTable(of: bytes)
      for offset in stride(from: 0, through: bytes.count + 5, by: 61) {
        let place = bytes.withUnsafeBufferPointer { table.place(ofByte: offset, in: $0) }
        #expect(place == SourcePlace(ofByte: offset, in: bytes))
      }
    }
  }

  private func allNodes(below node: JSONNode) -> [JSONNode] {
    [node] + node.elements.flatMap(allNodes) + node.members.flatMap { allNodes(below: $0.value) }
  }
}
