import ModelCore
import Testing

@Suite("Invalid JSON")
struct GrammarRefusalTests {
  @Test("A text without a value is rejected", arguments: ["1️⃣", "  \n 1️⃣", "\u{FEFF}1️⃣"])
  func empty(marked: String) {
    let text = MarkedText(marked)
    let error = syntaxError(in: text.bytes)
    #expect(error?.message == "the text doesn't contain a JSON value")
    #expect(error?.offset == text.offset)
  }

  @Test("A missing or invalid value is rejected")
  func value() {
    let message = "expected a JSON value"
    for word in ["nul", "tru", "truE", "True", "None", "NaN", "Infinity", "+1", ".5", "'a'", "x"] {
      expectRefusal("1️⃣\(word)", message)
      expectRefusal("{\n  \"é\": 1️⃣\(word)}", message)
      expectRefusal("[1, 1️⃣\(word)]", message)
    }
    expectRefusal("{\"a\":1️⃣]", message)
    expectRefusal("{\"a\":1️⃣}", message)
    expectRefusal("{\"a\":1️⃣,", message)
    expectRefusal("[1️⃣,1]", message)
    expectRefusal("[1,1️⃣,1]", message)
    expectRefusal("1️⃣]", message)
    expectRefusal("1️⃣}", message)
    expectRefusal("[1️⃣}", message)
    expectRefusal("1️⃣:", message)
    expectRefusal("1️⃣// comment\n1", message)
    expectRefusal("[1️⃣\u{A0}1]", message)
    expectRefusal("[1️⃣\u{B}1]", message)
  }

  @Test("A trailing comma is rejected")
  func trailingComma() {
    expectRefusal("[1,\n 1️⃣]", "trailing comma before ']'")
    expectRefusal("{\"a\": 1,\n 1️⃣}", "trailing comma before '}'")
    expectRefusal("{\"a\": [1], 1️⃣}", "trailing comma before '}'")
    expectRefusal("[{\"a\": 1}, 1️⃣]", "trailing comma before ']'")
  }

  @Test("A missing comma is rejected")
  func separators() {
    expectRefusal("[1 1️⃣2]", "expected ',' or ']'")
    expectRefusal("[1 1️⃣}", "expected ',' or ']'")
    expectRefusal("[11️⃣x]", "expected ',' or ']'")
    expectRefusal("[[] 1️⃣[]]", "expected ',' or ']'")
    expectRefusal("[{}1️⃣}", "expected ',' or ']'")
    expectRefusal("{\"a\": 1 1️⃣\"b\"", "expected ',' or '}'")
    expectRefusal("{\"a\": 11️⃣]", "expected ',' or '}'")
    expectRefusal("{\"a\": []1️⃣]", "expected ',' or '}'")
  }

  @Test("A missing or invalid key is rejected")
  func keys() {
    expectRefusal("{1️⃣a: 1}", "expected a key in double quotes")
    expectRefusal("{1️⃣'a': 1}", "expected a key in double quotes")
    expectRefusal("{1️⃣1: 1}", "expected a key in double quotes")
    expectRefusal("{1️⃣]", "expected a key in double quotes")
    expectRefusal("{\"a\": 1, 1️⃣, ", "expected a key in double quotes")
    expectRefusal("{\"a\"1️⃣}", "expected ':' after the key")
    expectRefusal("{\"a\"\n 1️⃣1}", "expected ':' after the key")
    expectRefusal("{\"a\" 1️⃣", "expected ':' after the key")
  }

  @Test("A truncated text names the open array or object")
  func endOfText() {
    let begin = "the text ends inside the"
    expectRefusal("[1️⃣", "\(begin) array that begins at line 1, column 1")
    expectRefusal("[1, [2]1️⃣", "\(begin) array that begins at line 1, column 1")
    expectRefusal("[1,\n  {\"é\": {1️⃣", "\(begin) object that begins at line 2, column 9")
    expectRefusal("{\"a\":\n 1️⃣", "\(begin) object that begins at line 1, column 1")
    expectRefusal("[1, \n1️⃣", "\(begin) array that begins at line 1, column 1")
  }

  @Test("Text after the value is rejected")
  func trailing() {
    let message = "unexpected text after the JSON value"
    expectRefusal("1 1️⃣2", message)
    expectRefusal("{}\n1️⃣{}", message)
    expectRefusal("[]1️⃣]", message)
    expectRefusal("null1️⃣x", message)
    expectRefusal("\"a\"1️⃣\u{0}", message)
    expectRefusal("11️⃣x", message)
  }

  @Test("Invalid numbers are rejected")
  func numbers() {
    let digit = "expected a digit"
    expectRefusal("-1️⃣", digit)
    expectRefusal("-1️⃣a", digit)
    expectRefusal("-1️⃣-1", digit)
    expectRefusal("-1️⃣.5", digit)
    expectRefusal("1.1️⃣", digit)
    expectRefusal("[1.1️⃣]", digit)
    expectRefusal("1.1️⃣e5", digit)
    expectRefusal("1e1️⃣", digit)
    expectRefusal("1e+1️⃣", digit)
    expectRefusal("1E-1️⃣x", digit)
    expectRefusal("[1️⃣01]", "a number can't have leading zeros")
    expectRefusal("[1️⃣-00]", "a number can't have leading zeros")
    expectRefusal("01️⃣x1F", "unexpected text after the JSON value")
    expectRefusal("11️⃣_000", "unexpected text after the JSON value")
    expectRefusal("11️⃣٣", "unexpected text after the JSON value")
  }

  @Test("Unterminated strings and control characters are rejected")
  func strings() {
    expectRefusal("[1️⃣\"abc", "unterminated string")
    expectRefusal("1️⃣\"abc\\\"", "unterminated string")
    expectRefusal("{1️⃣\"abc: 1}", "unterminated string")
    expectRefusal("\"é😀abc1️⃣\n\"", "unterminated string; write a line break as \\n")
    expectRefusal("\"a1️⃣\tb\"", "unescaped control character")
    expectRefusal("\"a1️⃣\u{0}b\"", "unescaped control character")
    expectRefusal("\"a1️⃣\rb\"", "unescaped control character")
    expectRefusal("\"a1️⃣\u{1F}b\"", "unescaped control character")
  }
}
