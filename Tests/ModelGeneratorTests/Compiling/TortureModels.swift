import ModelSchema

/// Models made to break names and literals.
enum TortureModels {
  static var all: [Model] {
    get throws {
      try [keys, values, contextualWords] + ids
    }
  }

  static let keyList: [String] =
    [
      "foo_bar", "fooBar", "foo-bar", "width×height", "widthheight", "", "1st", "62_image",
      "68_image", "self", "Type", "Protocol", "init", "default", "日本", "日本Value", "😀",
      "\u{E9}", "e\u{301}", "a.b", "a b", "$x", "`", "body", "issues", "extraFields",
      "extra_fields", "description", "hash", "json", "JSON", "write", "validate", "encode",
      "hashValue", "jsonBytes", "fields", "visit", "model_id", "output", "string", "String",
      "Output", "int", "Swift",
      "defaults", "Defaults", "GeneratedFor", "RuntimeVersion", "OpenEnum", "blank", "\u{301}",
      "\u{200B}", "\u{3164}", "\\(x)", "\"\"\"",
      "*/", "a\nb", "\0", "none", "_", "__", "x_", "_x", "-", "×",
    ] + [String(repeating: "long_", count: 60), String(repeating: "long_", count: 60) + "er"]

  /// Every key as an optional enum with `none` among its values.
  private static var keys: Model {
    get throws {
      try Models.make(
        "torture/keys",
        properties: Models.properties(keyList, schema: Models.choice(["none", "a", "some"])))
    }
  }

  static let valueList = [
    "g", "μg", "+1", "-1", "", "a b", "a_b", "aB", "1K", "1k", "static", "16:9", "16x9",
    "2048x2048 (1:1)", "2048x2048(1:1)", "none", "some", "init", "self", "Self", "Type", "type",
    "Protocol", "rawValue", "raw_value", "allCases", "isKnown", "knownValues", "hash",
    "description", "write", "writeValue", "日本", "😀", "\u{E9}", "e\u{301}", "\"\"\"", "\\(1)",
    "*/", "\r\n", "\u{2028}", "\u{202E}abc", "\0", "`", "default", "0.5K", "05", "5", "×",
  ]

  /// The values on properties of every kind that can have some.
  private static var values: Model {
    get throws {
      let choice = Models.choice(valueList)
      return try Models.make(
        "torture/values",
        properties: """
          "style": \(choice), "is": \(choice), "hash": \(choice), "": \(choice),
          "required": \(choice), "output": \(choice), "string": \(choice),
          "list": {"type": "array", "items": \(choice)},
          "ints": {"enum": [1, -1, 24, 9223372036854775807, -9223372036854775808]},
          "numbers": {"enum": [0.5, -0.5, 1e300, 1.5e-3, 100.25, 1e400]}
          """, required: ["required"])
    }
  }

  static let words = [
    "actor", "any", "as", "async", "await", "borrow", "borrowing", "case", "catch", "class",
    "consume", "consuming", "continue", "convenience", "copy", "default", "deinit", "discard",
    "do", "dynamic", "each", "else", "enum", "extension", "false", "fileprivate", "final", "for",
    "func", "get", "guard", "if", "import", "in", "indirect", "inout", "internal", "is", "isolated",
    "lazy", "left", "let", "macro", "mutating", "nil", "nonisolated", "nonmutating", "open",
    "operator", "optional", "override", "package", "postfix", "precedence", "prefix", "private",
    "protocol", "public", "repeat", "required", "rethrows", "return", "right", "sending", "set",
    "some", "static", "struct", "subscript", "super", "switch", "then", "throw", "throws", "true",
    "try", "typealias", "unowned", "unsafe", "using", "var", "weak", "where", "while", "willSet",
    "yield", "x",
  ]

  /// Every word of the language, as a key, a value, and a part of an id.
  private static var contextualWords: Model {
    get throws {
      try Models.make(
        "torture/words",
        properties: Models.properties(words)
          + #", "choice": "# + Models.choice(words)
          + ", " + Models.properties(words.map { $0 + "_list" }, schema: #"{"type": "boolean"}"#))
    }
  }

  static let idList: [String] =
    [
      "z", "a/b", "a/b/c", "a/b/c/d", "a/b-c", "a/b.c", "a/b c", "a/B-C", "a/b_c", "a/bC", "A/b",
      "a/1", "a/1/2", "a/b/1st", "a/b/2.5", "1/2/3", "a/resolution-value", "a/b/resolution-value",
      "a/b/item", "string", "swift", "swift/swift/swift", "foundation", "foundation/foundation",
      "model-runtime", "model-runtime/model", "output", "a/b/output", "a/output", "defaults",
      "a/b/defaults", "namespaces", "main", "written-for", "a/init", "a/self", "a/type",
      "a/protocol", "a/Any", "a/await", "a/class", "class", "self", "type", "a/日本", "日本/語",
      "a/b/日本", "a/😀", "a/e\u{301}", "a/\u{E9}", "a/b.", "a/b-", "a/b..", "a/ ",
      "minimax/Hailuo Video 01 Live",
      "sync/sync/lipsync/v2/pro", "sync/sync", "sync/sync/lipsync/v2",
      "a/\"quoted\"", "a/\\(x)", "a/model-id", "a/model-request", "a/json-object", "a/JSONObject",
      "a/image-input", "a/ModelRequest", "a/Self", "a/bool", "Bool", "a/int/double",
    ] + [
      "a/" + String(repeating: "long-", count: 60),
      "a/" + String(repeating: "long-", count: 60) + "x",
      "a/" + String(repeating: "seg/", count: 40) + "x",
    ] + words.map { "words/\($0)" }

  /// A model for each id, with a property whose type a child might clash with.
  private static var ids: [Model] {
    get throws {
      try idList.map { id in
        try Models.make(
          id,
          properties: """
            "resolution": \(Models.choice(["a", "b"])), "items": {"type": "array", "items":
            {"type": "object", "properties": {"日本": {"type": "string"}}}}, "日本": {"type": "integer"}
            """)
      }
    }
  }
}
