import JSONTree
import Testing

@Suite("What is no JSON is refused with the reason, at its place")
struct GrammarRefusalTests {
  @Test("A text without a value", arguments: ["1️⃣", "  \n 1️⃣", "\u{FEFF}1️⃣"])
  func empty(marked: String) {
    let text = MarkedText(marked)
    let error = syntaxError(in: text.bytes)
    #expect(error?.message == "the text holds no JSON value")
    #expect(error?.offset == text.offset)
  }

  @Test("What stands where a value must stand")
  func value() {
    let message = "a JSON value must stand here"
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

  @Test("A comma before the end")
  func trailingComma() {
    expectRefusal("[1,\n 1️⃣]", "a comma must not stand before the closing bracket")
    expectRefusal("{\"a\": 1,\n 1️⃣}", "a comma must not stand before the closing brace")
    expectRefusal("{\"a\": [1], 1️⃣}", "a comma must not stand before the closing brace")
    expectRefusal("[{\"a\": 1}, 1️⃣]", "a comma must not stand before the closing bracket")
  }

  @Test("What stands between items")
  func separators() {
    expectRefusal("[1 1️⃣2]", "a comma or a closing bracket must stand here")
    expectRefusal("[1 1️⃣}", "a comma or a closing bracket must stand here")
    expectRefusal("[11️⃣x]", "a comma or a closing bracket must stand here")
    expectRefusal("[[] 1️⃣[]]", "a comma or a closing bracket must stand here")
    expectRefusal("[{}1️⃣}", "a comma or a closing bracket must stand here")
    expectRefusal("{\"a\": 1 1️⃣\"b\"", "a comma or a closing brace must stand here")
    expectRefusal("{\"a\": 11️⃣]", "a comma or a closing brace must stand here")
    expectRefusal("{\"a\": []1️⃣]", "a comma or a closing brace must stand here")
  }

  @Test("What stands where a key must stand")
  func keys() {
    expectRefusal("{1️⃣a: 1}", "a key in double quotes must stand here")
    expectRefusal("{1️⃣'a': 1}", "a key in double quotes must stand here")
    expectRefusal("{1️⃣1: 1}", "a key in double quotes must stand here")
    expectRefusal("{1️⃣]", "a key in double quotes must stand here")
    expectRefusal("{\"a\": 1, 1️⃣, ", "a key in double quotes must stand here")
    expectRefusal("{\"a\"1️⃣}", "a colon must follow the key")
    expectRefusal("{\"a\"\n 1️⃣1}", "a colon must follow the key")
    expectRefusal("{\"a\" 1️⃣", "a colon must follow the key")
  }

  @Test("A text that breaks off tells what is still open")
  func endOfText() {
    let begin = "the text ends inside the"
    expectRefusal("[1️⃣", "\(begin) array that begins at line 1, column 1")
    expectRefusal("[1, [2]1️⃣", "\(begin) array that begins at line 1, column 1")
    expectRefusal("[1,\n  {\"é\": {1️⃣", "\(begin) object that begins at line 2, column 9")
    expectRefusal("{\"a\":\n 1️⃣", "\(begin) object that begins at line 1, column 1")
    expectRefusal("[1, \n1️⃣", "\(begin) array that begins at line 1, column 1")
  }

  @Test("Something behind the value")
  func trailing() {
    let message = "the JSON value has ended; nothing may follow it"
    expectRefusal("1 1️⃣2", message)
    expectRefusal("{}\n1️⃣{}", message)
    expectRefusal("[]1️⃣]", message)
    expectRefusal("null1️⃣x", message)
    expectRefusal("\"a\"1️⃣\u{0}", message)
    expectRefusal("11️⃣x", message)
  }

  @Test("Numbers that are none")
  func numbers() {
    let digit = "a digit must stand here"
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
    expectRefusal("[1️⃣01]", "a number must not begin with 0")
    expectRefusal("[1️⃣-00]", "a number must not begin with 0")
    expectRefusal("01️⃣x1F", "the JSON value has ended; nothing may follow it")
    expectRefusal("11️⃣_000", "the JSON value has ended; nothing may follow it")
    expectRefusal("11️⃣٣", "the JSON value has ended; nothing may follow it")
  }

  @Test("Strings without an end, or with bare control characters")
  func strings() {
    expectRefusal("[1️⃣\"abc", "the string has no end")
    expectRefusal("1️⃣\"abc\\\"", "the string has no end")
    expectRefusal("{1️⃣\"abc: 1}", "the string has no end")
    expectRefusal("\"é😀abc1️⃣\n\"", "the string has no end on its line")
    expectRefusal("\"a1️⃣\tb\"", "a control character must be escaped")
    expectRefusal("\"a1️⃣\u{0}b\"", "a control character must be escaped")
    expectRefusal("\"a1️⃣\rb\"", "a control character must be escaped")
    expectRefusal("\"a1️⃣\u{1F}b\"", "a control character must be escaped")
  }
}
