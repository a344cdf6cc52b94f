@_spi(Generated) import ModelCore
import Testing

@Suite("Patterns")
struct PatternTests {
  @Test(
    "Matching text is accepted, and other text rejected",
    arguments: [
      ("", "", true), ("", "abc", true), ("b", "abc", true), ("^b", "abc", false),
      ("c$", "abc", true), ("b$", "abc", false), ("^abc$", "abc\n", false),
      ("^a.c$", "a\u{1F600}c", true), ("^a.c$", "a\nc", false), ("^a.c$", "a\u{2028}c", false),
      ("^.$", "e\u{301}", false), ("^..$", "e\u{301}", true), ("^[^a]$", "\u{1F600}", true),
      ("^(a|bc)+?$", "abcbca", true), ("^(a|bc)+$", "abcb", false), ("^(?:ab){2}$", "abab", true),
      ("^a{2,3}$", "a", false), ("^a{2,3}$", "aaa", true), ("^a{2,3}$", "aaaa", false),
      ("^a{2,}$", "aaaaaa", true), ("^a{0}$", "", true), ("^a{0}$", "a", false),
      ("^(a*)*$", "aaaa", true), ("^(a*)*$", "aab", false), ("^(|a)+b$", "aab", true),
      ("^(?<year>\\d{4})-\\d\\d$", "2026-07", true), ("^x|y$", "xq", true), ("^x|y$", "qx", false),
      ("(^a|b)c", "zbc", true), ("(^a|b)c", "zac", false), ("^$", "", true), ("^$", "a", false),
    ])
  func structure(pattern: String, text: String, fits: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == fits)
  }

  @Test(
    "Digits and letters are ASCII, and whitespace is Unicode",
    arguments: [
      ("^\\d$", "7", true), ("^\\d$", "\u{0667}", false), ("^\\D$", "\u{0667}", true),
      ("^\\w$", "_", true), ("^\\w$", "é", false), ("^\\W$", "é", true),
      ("^\\s$", "\u{FEFF}", true), ("^\\s$", "\u{2003}", true), ("^\\S$", "\u{A0}", false),
      ("^\\p{Nd}$", "\u{0667}", true), ("^\\p{L}+$", "héß", true), ("^\\P{L}+$", "1 2", true),
      ("^[\\p{Lu}\\d]+$", "É7", true), ("^[^\\p{Lu}]+$", "É", false),
      ("^\\p{General_Category=Ll}$", "a", true), ("^[\\D5]$", "5", true), ("^[\\D5]$", "6", false),
      ("^[^\\W]$", "a", true), ("^[^\\W]$", "é", false), ("\\bcat\\b", "a cat.", true),
      ("\\bcat\\b", "concat", false), ("\\Bcat", "concat", true), ("\\bé", "aé", true),
    ])
  func classes(pattern: String, text: String, fits: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == fits)
  }

  @Test(
    "Escapes stand for the character they name",
    arguments: [
      ("^\\x41\\u0042\\u{43}$", "ABC", true), ("^\\uD83D\\uDE00$", "\u{1F600}", true),
      ("^[\\u{1F600}-\\u{1F610}]$", "\u{1F605}", true), ("^\\cJ\\t\\0$", "\n\t\u{0}", true),
      ("^\\$\\.\\/\\-\\@$", "$./-@", true), ("^[a\\-z]$", "-", true), ("^[a\\-z]$", "b", false),
      ("^[a-]$", "-", true), ("^[\\w-.]+$", "a-.", true), ("^[\\b]$", "\u{8}", true),
      ("^[\\]]$", "]", true), ("^[.$]$", "$", true), ("^[.]$", "a", false), ("[]", "a", false),
      ("^[^]$", "\n", true),
    ])
  func escapes(pattern: String, text: String, fits: Bool) throws {
    #expect(try Pattern(pattern).matches(text) == fits)
  }

  @Test(
    "Unsupported patterns are rejected with a reason",
    arguments: [
      ("a(?=b)", "looking ahead"), ("(?!a)", "looking ahead"), ("(?<=a)b", "looking behind"),
      ("(?<!a)b", "looking behind"), ("(a)\\1", "back references"), ("(?<n>a)\\k<n>", "back ref"),
      ("(", "no end"), (")", "no opening"), ("[a", "no end"), ("*a", "nothing to repeat"),
      ("a**", "can't be repeated"), ("^*", "can't be repeated"), ("a{2,1}", "out of order"),
      ("a{", "where it isn't a count"), ("a{2", "no end"), ("[b-a]", "out of order"),
      ("\\", "must not end"), ("\\q", "no escape"), ("\\Z", "no escape"), ("\\01", "octal"),
      ("\\p{Script=Greek}", "not supported"), ("\\p{", "no end"), ("\\u{110000}", "no such"),
      ("\\xZZ", "hexadecimal"), ("(?i:a)", "not supported"), ("(?<1", "identifier"),
      ("(?:a{1000}){1000}", "repeats too much"), ("a{99999999999999999999}", "too large"),
      (String(repeating: "(", count: 200), "nested too deeply"),
    ])
  func refusals(pattern: String, reason: String) {
    let error = #expect(throws: PatternError.self) { try Pattern(pattern) }
    #expect(error?.message.contains(reason) == true, "\(String(describing: error))")
  }

  @Test("A pattern with catastrophic backtracking ends immediately")
  func hostile() throws {
    let text = String(repeating: "a", count: 2_000) + "!"
    #expect(try !Pattern("^(a+)+$").matches(text))
    #expect(try !Pattern("^(a|a)*$").matches(text))
    #expect(try !Pattern("(x+x+)+y").matches(String(repeating: "x", count: 2_000)))
  }

  @Test("Random patterns don't crash the parser")
  func fuzz() {
    var state: UInt64 = 1
    func next(below bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let pieces = [
      "a", "b", "(", ")", "(?:", "(?<n>", "[", "]", "^", "-", "\\", "\\d", "\\p{L}", "{", "}", "2",
      ",", "*", "+", "?", "|", ".", "$", "\\u", "{1F600}", "\\x4", "é", "\u{1F600}", "\\c", "\\k",
    ]
    var understood = 0
    for _ in 0..<4_000 {
      let text = (0..<next(below: 10)).map { _ in pieces[next(below: pieces.count)] }.joined()
      guard let pattern = try? Pattern(text) else { continue }
      understood += 1
      _ = pattern.matches("ab2é\u{1F600}")
    }
    #expect(understood > 100)
  }

  @Test("A violation is reported with the pattern, and an unsupported pattern as unchecked")
  func report() throws {
    var issues = ValidationIssues(listsUnchecked: true)
    issues.check("x y", matches: try Pattern("^[a-z]+$"), at: "seed")
    issues.check("x y", matches: nil, at: "seed")
    #expect(
      issues.issues.map(\.description) == [#"seed: "x y" does not match the pattern ^[a-z]+$"#])
    #expect(issues.unchecked.map(\.rule) == [.pattern])
  }
}
