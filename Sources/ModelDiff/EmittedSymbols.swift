import SwiftBindings

/// What a file of bindings declares, read off its text.
///
/// It knows the layout that the generator writes, and nothing else of Swift: a declaration is a line
/// of its own, and what is inside stands two columns further in.
struct EmittedSymbols {
  /// Types of properties and values, and what types conform to, by their paths.
  var declared: [String: String] = [:]
  /// The parameters of initializers by the paths of their types.
  var initializers: [String: [Parameter]] = [:]
  private(set) var modelID: String?
  /// The path of the model's own type.
  private(set) var modelType: String?
  /// How far the model's own type is seen: `public`, `package`, or empty.
  private(set) var access = ""
  /// A digest of all lines that are no comments, but for types of values: which of several models
  /// declares one makes no difference, so that the digest at the head counts in their place.
  private(set) var code = Fingerprint()
  /// A digest of the documentation.
  private(set) var texts = Fingerprint()

  struct Parameter: Hashable {
    let label: String
    let type: String
    let hasDefault: Bool
  }

  private var open: [(indent: Int, path: String)] = []
  /// Whether the line at hand declares a type of values, or names one.
  private var declaresValues = false
  /// An initializer whose parameters stand on lines of their own.
  private var unfinished: (indent: Int, parameters: [Parameter])?

  init(of bytes: [UInt8]) {
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
      read(bytes[start..<end])
      start = end + 1
    }
  }

  private mutating func read(_ line: ArraySlice<UInt8>) {
    let text = line.drop { $0 == UInt8(ascii: " ") }
    guard !text.isEmpty, text.first != UInt8(ascii: "}") else { return }
    // The version of the runtime that a file was written for.
    if text.starts(with: "private typealias ".utf8) { return }
    let isOfNamespaces = NamespaceRenderer.isOfNamespaces(
      line: String(decoding: text, as: UTF8.self))
    if text.starts(with: "//".utf8) {
      if text.starts(with: "///".utf8), !isOfNamespaces { texts.combine(Array(text)) }
      if text.starts(with: "// Values: ".utf8) {
        for word in text.split(separator: 0x20).prefix(4) { code.combine(Array(word)) }
      }
      return
    }
    let indent = text.startIndex - line.startIndex
    while let last = open.last, last.indent >= indent { open.removeLast() }
    let isInside = open.last.map { isOfValues($0.path) } == true
    defer { if !isInside, !declaresValues, !isOfNamespaces { code.combine(Array(text)) } }
    declaresValues = false
    if unfinished != nil { return readParameter(text, indent) }
    guard indent == (open.last.map { $0.indent + 2 } ?? 0) else { return }
    declare(String(decoding: text, as: UTF8.self), indent)
  }

  private func isOfValues(_ path: String) -> Bool {
    declared[path]?.hasPrefix("OpenEnum") == true || declared[path]?.contains(".") == true
  }

  private mutating func declare(_ line: String, _ indent: Int) {
    var words = line.split(separator: " ")[...]
    if words.first == "private" { return }
    // Only the runtime uses these.
    if words.contains("blank:") || words.contains("knownValues:") { return }
    let access = ["public", "package"].contains(words.first) ? String(words.removeFirst()) : ""
    while ["nonisolated", "static"].contains(words.first) { words.removeFirst() }
    guard let keyword = words.popFirst(), let second = words.first else { return }
    if keyword.hasPrefix("init(") {
      return readInitializer(line[line.range(after: "init(")...], indent)
    }
    let name = second.prefix { $0 != ":" && $0 != "(" }.filter { $0 != "`" }
    let path = open.last.map { $0.path.isEmpty ? String(name) : $0.path + "." + name } ?? name
    switch keyword {
    case "extension": open.append((indent, path))
    case "struct", "enum":
      let parent = second.hasSuffix(":") ? words.dropFirst().first.map(String.init) ?? "" : ""
      if line.hasSuffix(" {}") { return }
      declared[path] = parent
      declaresValues = isOfValues(path)
      if parent == "ModelRequest" { (modelType, self.access) = (path, access) }
      if line.hasSuffix("{") { open.append((indent, path)) }
    case "var", "let", "typealias":
      let type = line.typeOfDeclaration
      if type == "ModelID" { modelID = line.firstLiteral }
      declared[path] = type
      declaresValues = keyword == "typealias" && isOfValues(path)
    default: break
    }
  }

  private mutating func readInitializer(_ rest: Substring, _ indent: Int) {
    guard let end = rest.lastIndex(of: ")"), rest.contains("{") else {
      unfinished = (indent, [])
      return
    }
    let list = rest[..<(rest.firstRange(of: ") {")?.lowerBound ?? end)]
    initializers[open.last?.path ?? ""] = list.splitAtCommas.map(Parameter.init)
  }

  private mutating func readParameter(_ text: ArraySlice<UInt8>, _ indent: Int) {
    guard let start = unfinished else { return }
    if indent <= start.indent {
      initializers[open.last?.path ?? ""] = start.parameters
      unfinished = nil
    } else {
      var line = String(decoding: text, as: UTF8.self)[...]
      if line.hasSuffix(",") { line.removeLast() }
      unfinished?.parameters.append(Parameter(line))
    }
  }
}

extension EmittedSymbols.Parameter {
  /// `name: Type = default`
  fileprivate init(_ text: Substring) {
    let colon = text.firstIndex(of: ":") ?? text.endIndex
    label = text[..<colon].filter { $0 != "`" }
    let rest = text[colon...].dropFirst(2)
    let equals = rest.firstRange(of: " = ")
    type = String(rest[..<(equals?.lowerBound ?? rest.endIndex)])
    hasDefault = equals != nil
  }
}

extension StringProtocol {
  fileprivate func range(after text: String) -> Index {
    firstRange(of: text)?.upperBound ?? endIndex
  }
}

extension String {
  /// `T` of `var name: T { … }`, of `let name: T = …` and of `typealias name = T`.
  fileprivate var typeOfDeclaration: String {
    if firstRange(of: "typealias ") != nil { return String(self[range(after: " = ")...]) }
    let ends = [" {", " = "].compactMap { firstRange(of: $0)?.lowerBound }
    let head = self[..<(ends.min() ?? endIndex)]
    return String(head[head.range(after: ": ")...])
  }

  fileprivate var firstLiteral: String {
    String(self[range(after: "\"")...].prefix { $0 != "\"" })
  }
}

extension Substring {
  /// The parts between commas that stand in no brackets.
  fileprivate var splitAtCommas: [Substring] {
    var (parts, start, depth) = ([Substring](), startIndex, 0)
    for index in indices {
      switch self[index] {
      case "[", "(", "<": depth += 1
      case "]", ")", ">": depth -= 1
      case "," where depth == 0:
        parts.append(self[start..<index])
        start = self.index(after: index)
      default: break
      }
    }
    parts.append(self[start...])
    return parts.map { $0.drop { $0 == " " } }.filter { !$0.isEmpty }
  }
}
