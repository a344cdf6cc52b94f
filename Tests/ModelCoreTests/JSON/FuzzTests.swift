import Foundation
import ModelCore
import Testing

@Suite("Fuzzing the JSON parser")
struct FuzzTests {
  /// Each set of bytes is a case; more of them on request, for a run over night.
  private static var iterations: Int {
    ProcessInfo.processInfo.environment["MODELGEN_FUZZ_ITERATIONS"].flatMap { Int($0) } ?? 20_000
  }

  @Test("Random bytes are parsed or rejected, and parsed values can be written")
  func mutations() throws {
    var mutator = JSONMutator(seed: 8)
    var accepted = 0
    for _ in 0..<FuzzTests.iterations where try check(mutator.next()) { accepted += 1 }
    print("fuzz: \(FuzzTests.iterations) texts, \(accepted) of them JSON")
    #expect(accepted > FuzzTests.iterations / 100)
    #expect(accepted < FuzzTests.iterations)
  }

  @Test("A truncated schema is rejected at its end")
  func truncation() throws {
    for text in JSONMutator.seeds {
      for length in 0..<text.count {
        let error = syntaxError(in: Array(text[..<length]))
        #expect(error != nil)
        #expect((error?.offset ?? 0) <= length)
      }
      #expect(try check(text))
    }
  }

  @Test("A schema with one changed byte is parsed or rejected")
  func everyByte() throws {
    for text in JSONMutator.seeds.suffix(1) {
      for index in text.indices {
        for byte in [0x00, 0x22, 0x5C, 0x7B, 0x5D, 0x2C, 0x0A, 0x80, 0xED, 0xFF] as [UInt8] {
          var changed = text
          changed[index] = byte
          _ = try check(changed)
        }
      }
    }
  }

  /// Returns a Boolean value that indicates whether `bytes` are JSON. Expects that an error lies
  /// inside the text, and that a written value is read back as an equal one.
  private func check(_ bytes: [UInt8]) throws -> Bool {
    let document: JSONDocument
    do throws(JSONParsingError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      #expect((0...bytes.count).contains(error.offset))
      #expect(error.place == SourcePlace(ofByte: error.offset, in: bytes))
      return false
    }
    let value = JSONValue(document.root)
    var writer = JSONWriter(style: bytes.count % 2 == 0 ? .compact : .pretty)
    writer.value(value)
    let again = try JSONDocument(parsing: writer.bytes)
    #expect(JSONValue(again.root) == value)
    #expect(again.duplicateKeys.isEmpty)
    for duplicate in document.duplicateKeys {
      #expect(duplicate.first < duplicate.place)
      #expect(document.root.node(at: duplicate.object)?.kind == .object)
    }
    return true
  }
}
