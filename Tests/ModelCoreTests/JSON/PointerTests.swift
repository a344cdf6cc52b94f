import ModelCore
import Testing

@Suite("JSON pointers")
struct PointerTests {
  /// The examples of RFC 6901.
  private static let rfc = """
    {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\\\j": 5,
     "k\\"l": 6, " ": 7, "m~n": 8}
    """

  @Test(
    "The pointers of RFC 6901 are resolved",
    arguments: [
      ("/", 0), ("/a~1b", 1), ("/c%d", 2), ("/e^f", 3), ("/g|h", 4), ("/i\\j", 5), ("/k\"l", 6),
      ("/ ", 7), ("/m~0n", 8),
    ])
  func standard(pointer: String, value: Int) throws {
    let root = try JSONDocument(parsing: PointerTests.rfc).root
    let node = root.node(at: pointer)
    #expect(node?.number?.int == value)
    #expect(node?.pointer == pointer)
  }

  @Test("The empty pointer is the node itself")
  func whole() throws {
    let root = try JSONDocument(parsing: PointerTests.rfc).root
    #expect(root.node(at: "")?.kind == .object)
    #expect(root.node(at: "/foo")?.node(at: "")?.pointer == "/foo")
    #expect(root.node(at: "/foo")?.node(at: "/1")?.string == "baz")
    #expect(root.node(at: "/foo")?.node(at: "/1")?.pointer == "/foo/1")
  }

  @Test(
    "Pointers to nothing are nil",
    arguments: [
      "foo", "/bar", "/foo/2", "/foo/-", "/foo/01", "/foo/+1", "/foo/-0", "/foo/", "/foo/0/0",
      "/foo/99999999999999999999", "/foo/1e0", "//", "/a/b", "/m~n~",
    ])
  func nothing(pointer: String) throws {
    #expect(try JSONDocument(parsing: PointerTests.rfc).root.node(at: pointer) == nil)
  }

  @Test("A key has the pointer of its value")
  func keys() throws {
    let root = try JSONDocument(parsing: #"{"a": [1, {"b": 2, "c": 3}]}"#).root
    let members = try #require(root.node(at: "/a/1")).members
    #expect(members.map(\.keyNode.pointer) == ["/a/1/b", "/a/1/c"])
    #expect(members.map(\.value.pointer) == ["/a/1/b", "/a/1/c"])
  }

  @Test("Steps are escaped and unescaped, in the right order")
  func escapes() {
    #expect(JSONPointer.escape("~1") == "~01")
    #expect(JSONPointer.escape("a/b~c") == "a~1b~0c")
    #expect(JSONPointer.escape("plain é") == "plain é")
    #expect(JSONPointer.steps(of: "/~01/a~1b/~0~1//x") == ["~1", "a/b", "~/", "", "x"])
    #expect(JSONPointer.steps(of: "") == [])
    #expect(JSONPointer.steps(of: "/") == [""])
    #expect(JSONPointer.steps(of: "a") == nil)
  }

  @Test("A slash before a combining mark separates two steps")
  func combiningMark() {
    let steps = JSONPointer.steps(of: "/a/\u{301}b")
    #expect(steps?.count == 2)
    #expect(steps?.last?.isSameOnWire(as: "\u{301}b") == true)
    #expect(JSONPointer.escape("/\u{301}").isSameOnWire(as: "~1\u{301}"))
  }

  @Test("Any key survives being escaped")
  func random() {
    var random = RandomJSON(seed: 5)
    for _ in 0..<500 {
      let keys = (0..<3).map { _ in random.string() }
      let pointer = keys.map { "/" + JSONPointer.escape($0) }.joined()
      let steps = JSONPointer.steps(of: pointer) ?? []
      #expect(steps.map(WireName.init) == keys.map(WireName.init))
    }
  }
}
