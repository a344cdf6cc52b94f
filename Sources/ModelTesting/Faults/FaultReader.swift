import ModelCore

/// Reads one fault of a script.
enum FaultReader {
  static func read(_ node: JSONNode, _ findings: inout ScriptFindings) -> Fault? {
    guard node.kind == .object else {
      findings.add("expected an object", at: node)
      return nil
    }
    guard let on = node["on"] else {
      findings.add("the fault doesn't name the calls it affects", at: node, fix: "add \"on\"")
      return nil
    }
    var fault = Fault(on: calls(on, &findings))
    for member in node.members {
      read(member, into: &fault, &findings)
    }
    let bodies = ["body", "body_base64", "html", "garbage"].filter { node[$0] != nil }
    if bodies.count > 1 {
      findings.add(
        "\(bodies.joined(separator: " and ")) can't be combined", at: node, fix: "keep one")
    }
    if fault.jobError != nil {
      if fault.calls != [.submit] {
        findings.add("only a submission can have a job error", at: on)
      }
      if fault.replacesAnswer { fault.performed = true }
    }
    return fault
  }

  private static let keys = [
    "on", "model", "after", "times", "status", "headers", "body", "body_base64", "html", "garbage",
    "redirect", "retry_after", "delay", "close_at", "reset", "performed", "fails",
  ]

  private static func read(
    _ member: JSONMember, into fault: inout Fault, _ findings: inout ScriptFindings
  ) {
    var value = FaultValue(member: member)
    switch member.key {
    case "on": break
    case "model": fault.model = value.text()
    case "after": fault.after = value.count() ?? 0
    case "times": fault.times = member.value.string == "always" ? nil : value.times()
    case "status": fault.status = value.number(in: 100...599)
    case "headers": fault.headers += value.headers()
    case "body":
      fault.body = member.value.string.map { .text($0) } ?? .json(JSONValue(member.value))
    case "body_base64": fault.body = value.base64().map { .bytes($0) }
    case "html": if value.flag() == true { fault.body = .html }
    case "garbage": fault.garbage = value.number(in: 0...FaultLimits.garbageBytes)
    case "redirect":
      fault.status = fault.status ?? 302
      fault.headers.append(("Location", value.headerText() ?? ""))
    case "retry_after":
      let seconds = member.value.number.map(\.text)
      fault.headers.append(("Retry-After", seconds ?? value.headerText() ?? ""))
    case "delay": fault.delay = value.seconds() ?? .zero
    case "close_at": fault.closeAt = value.count()
    case "reset": fault.resets = value.flag() ?? false
    case "performed": fault.performed = value.flag()
    case "fails": fault.jobError = JSONValue(member.value)
    default:
      let near = Spelling.nearest(to: member.key, among: keys)
      findings.add(
        "a fault has no key \"\(member.key)\"", at: member.keyNode,
        fix: near.map { "did you mean \"\($0)\"?" }
          ?? "the keys are \(keys.joined(separator: ", "))")
    }
    if let problem = value.problem {
      findings.add("\"\(member.key)\" must be \(problem)", at: member.value)
    }
  }

  private static func calls(_ node: JSONNode, _ findings: inout ScriptFindings) -> Set<MockCall> {
    let names = node.kind == .array ? Array(node.elements) : [node]
    if names.isEmpty {
      findings.add("the fault affects no call", at: node, fix: "add a call to \"on\", or any")
    }
    var calls: Set<MockCall> = []
    for name in names {
      if name.string == "any" {
        calls.formUnion(MockCall.allCases)
      } else if let call = name.string.flatMap(MockCall.init(rawValue:)) {
        calls.insert(call)
      } else {
        let known = MockCall.allCases.map(\.rawValue).joined(separator: ", ")
        findings.add(
          "there is no call \(name.text)", at: name, fix: "the calls are \(known) and any")
      }
    }
    return calls
  }
}
