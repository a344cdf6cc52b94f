/// Prints a ``SwiftFile``, laid out as the project's formatter lays code out.
struct SwiftPrinter {
  static var width: Int { 100 }

  private var text: [UInt8] = []
  private var depth = 0
  /// A Boolean value that indicates whether a line since the last check is too long for the
  /// formatter's layout.
  private var isOverlong = false
  private var access: AccessLevel

  static func print(_ file: SwiftFile, access: AccessLevel) -> String {
    var printer = SwiftPrinter(access: access)
    for line in file.header { printer.line("// " + Documentation.cleaned(line)) }
    if !file.imports.isEmpty {
      printer.blank()
      for module in file.imports {
        printer.line("@_spi(Generated) \(access.modifier)import \(module.rawValue)")
      }
    }
    for declaration in file.declarations {
      printer.blank()
      printer.print(declaration)
    }
    return String(decoding: printer.text, as: UTF8.self)
  }

  private init(access: AccessLevel) {
    self.access = access
    text.reserveCapacity(8192)
  }

  private var indentation: String { String(repeating: " ", count: depth * 2) }

  mutating func line(_ line: String) {
    if !line.isEmpty {
      for _ in 0..<depth * 2 { text.append(UInt8(ascii: " ")) }
      text.append(contentsOf: line.utf8)
      if !fits(line), !SwiftPrinter.isLiteral(line) { isOverlong = true }
    }
    blank()
  }

  /// Prints something and, where a line of it came out too long, a note above it that tells the
  /// formatter to let it be.
  private mutating func guarded(_ print: (inout SwiftPrinter) -> Void) {
    let (start, outer) = (text.count, isOverlong)
    isOverlong = false
    print(&self)
    if isOverlong {
      let note = indentation + "// swift-format-ignore\n"
      text.insert(contentsOf: note.utf8, at: start)
    }
    isOverlong = outer
  }

  /// A string by itself, or in a list, may be as long as it is: the formatter knows that it can't be broken.
  private static func isLiteral(_ line: String) -> Bool {
    guard line.utf8.first == UInt8(ascii: "\"") else { return false }
    var isEscaped = false
    var rest = line.utf8.dropFirst()
    while let byte = rest.popFirst(), isEscaped || byte != UInt8(ascii: "\"") {
      isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
    }
    return rest.allSatisfy { $0 == UInt8(ascii: ",") }
  }

  private mutating func blank() { text.append(UInt8(ascii: "\n")) }

  private mutating func print(_ declaration: SwiftDeclaration) {
    guarded { $0.printGuarded(declaration) }
  }

  private mutating func printGuarded(_ declaration: SwiftDeclaration) {
    for line in declaration.documentation.lines(width: SwiftPrinter.width - depth * 2) {
      self.line(line)
    }
    let modifier = access.modifier
    switch declaration.kind {
    case .extension(let path, let members):
      let name = path.map(\.escaped).joined(separator: ".")
      block("nonisolated extension \(name)", members, spaced: true)
    case .structure(let name, let parents, let members):
      let list = parents.map(\.rawValue).joined(separator: ", ")
      block("\(modifier)nonisolated struct \(name.escaped): \(list)", members)
    case .namespace(let name, let members):
      block("\(modifier)nonisolated enum \(name.escaped)", members)
    case .alias(let name, let type):
      line("\(modifier)typealias \(name.escaped) = \(type.text)")
    case .privateAlias(let name, let type):
      line("private typealias \(name.escaped) = \(type.text)")
    case .stored(let name, let type, let isConstant):
      line("\(modifier)\(isConstant ? "let" : "var") \(name.escaped): \(type.text)")
    case .privateStored(let name, let type):
      line("private var \(name.escaped): \(type.text)")
    case .forwarded(let name, let type, let place):
      line("\(modifier)var \(name.escaped): \(type.text) {")
      depth += 1
      line("get { \(place.text) }")
      line("set { \(place.text) = newValue }")
      depth -= 1
      line("}")
    case .privateStructure(let name, let members):
      let outer = access
      access = .internal
      block("private nonisolated struct \(name.escaped): Sendable", members)
      access = outer
    case .constant(let name, let value):
      statement("private static let \(name.escaped) = ", value, "")
    case .table(let name, let type, let value):
      statement("\(modifier)static let \(name.escaped): \(type.text) = ", value, "")
    case .hiddenComputed(let name, let type, let value, let values):
      let head = "\(access.hiddenModifier)static var \(name.escaped): \(type.text)"
      guard !values.isEmpty else { return computed(head, value) }
      line(head + " {")
      depth += 1
      for (name, value) in values {
        line("guard let \(name.escaped) = \(value.text) else { return nil }")
      }
      statement("return ", value, "")
      depth -= 1
      line("}")
    case .computed(let name, let type, let value, let isStatic):
      computed("\(modifier)\(isStatic ? "static " : "")var \(name.escaped): \(type.text)", value)
    case .initializer(let parameters, let body):
      function("\(modifier)init", parameters, body)
    case .hiddenFunction(let name, let parameters, let body):
      line("@inline(never)")
      function("\(access.hiddenModifier)mutating func \(name.escaped)", parameters, body)
    }
  }

  private mutating func block(_ head: String, _ members: [SwiftDeclaration], spaced: Bool = false) {
    guard !members.isEmpty else { return line(head + " {}") }
    line(head + " {")
    depth += 1
    for (index, member) in members.enumerated() {
      if index > 0, spaced || member.needsBlankLine(after: members[index - 1]) { blank() }
      print(member)
    }
    depth -= 1
    line("}")
  }

  private mutating func computed(_ head: String, _ value: SwiftExpression) {
    let oneLine = "\(head) { \(value.text) }"
    if fits(oneLine + value.reserve) { return line(oneLine) }
    line(head + " {")
    depth += 1
    statement("", value, "")
    depth -= 1
    line("}")
  }

  private mutating func function(
    _ head: String, _ parameters: [SwiftParameter], _ body: [SwiftStatement]
  ) {
    let list = parameters.map(\.text)
    if body.count == 1 {
      let whole =
        "\(head)(\(list.joined(separator: ", "))) { \(body[0].head)\(body[0].value.text) }"
      if fits(whole) { return line(whole) }
    }
    let end = body.isEmpty ? " {}" : " {"
    let oneLine = "\(head)(\(list.joined(separator: ", ")))\(end)"
    if fits(oneLine) {
      line(oneLine)
    } else {
      line(head + "(")
      depth += 1
      for (index, parameter) in list.enumerated() {
        line(parameter + (index + 1 < list.count ? "," : ""))
      }
      depth -= 1
      line(")" + end)
    }
    guard !body.isEmpty else { return }
    depth += 1
    for statement in body {
      guarded { $0.statement(statement.head, statement.value, "") }
    }
    depth -= 1
    line("}")
  }

  /// One expression on as many lines as it needs.
  private mutating func statement(_ head: String, _ value: SwiftExpression, _ tail: String) {
    let oneLine = head + value.text + tail
    if fits(oneLine + value.reserve) { return line(oneLine) }
    switch value {
    case .array(let items):
      line(head + "[")
      depth += 1
      fill(items)
      depth -= 1
      line("]" + tail)
    case .call(let callee, let arguments) where !arguments.isEmpty:
      broken(head + callee.text + "(", arguments, tail)
    case .trailing(let call, let closure):
      statement(head, call, " {")
      depth += 1
      statement("", closure, "")
      depth -= 1
      line("}" + tail)
    case .make(let type, let arguments) where !arguments.isEmpty:
      broken(head + type.text + "(", arguments, tail)
    default:
      line(oneLine)
    }
  }

  private mutating func broken(_ head: String, _ arguments: [SwiftArgument], _ tail: String) {
    line(head)
    depth += 1
    let oneLine = arguments.map(\.text).joined(separator: ", ") + ")" + tail
    let reserve = arguments.contains { !$0.value.reserve.isEmpty } ? " " : ""
    if fits(oneLine + reserve) {
      line(oneLine)
    } else {
      for (index, argument) in arguments.enumerated() {
        let end = index + 1 < arguments.count ? "," : ")" + tail
        statement(argument.head, argument.value, end)
      }
    }
    depth -= 1
  }

  /// As many items on a line as there is room for.
  private mutating func fill(_ items: [SwiftExpression]) {
    if items.contains(where: \.isLong) {
      for item in items { statement("", item, ",") }
      return
    }
    var row = ""
    for item in items {
      let text = item.text + ","
      if row.isEmpty {
        row = text
      } else if fits(row + " " + text) {
        row += " " + text
      } else {
        line(row)
        row = text
      }
    }
    if !row.isEmpty { line(row) }
  }

  private func fits(_ line: String) -> Bool {
    let limit = SwiftPrinter.width - depth * 2
    return line.utf8.count <= limit || line.count <= limit
  }
}
