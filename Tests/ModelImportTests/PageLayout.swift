import ModelCore

@testable import ModelImport

/// The contents of a documentation page.
struct PageContent {
  var id: String
  var title = "Sea Glass 2.0 Edit"
  var description = "Turns a photograph of a beach into a drawing, and keeps its colours."
  var example: JSONNode?
  var input: JSONNode
  var output: JSONNode?
}

/// The layouts of a saved page.
enum PageLayout: CaseIterable {
  case indented, flattened, entities, spans, markdown

  func render(_ page: PageContent) -> String {
    switch self {
    case .indented: text(page, separator: "\n\n")
    case .flattened: flattened(page)
    case .entities, .spans: html(page)
    case .markdown: markdown(page)
    }
  }

  private func pretty(_ node: JSONNode) -> String {
    var writer = JSONWriter(style: .pretty)
    writer.value(exactly: node)
    return writer.text
  }

  private func wrappedOutput(_ page: PageContent) -> String? {
    page.output.map { "{\n\"output\": " + pretty($0) + "\n}" }
  }

  private func command(_ page: PageContent) -> String {
    """
    curl --request POST \\
      --url https://model-api.example.com/v1/models/\(page.id) \\
      --header "Authorization: Bearer <token>" \\
      --data '\(page.example.map(pretty) ?? "{}")'
    """
  }

  private var statusCommand: String {
    """
    curl --request GET \\
      --url https://model-api.example.com/v1/requests/{request_id}/status
    """
  }

  private func text(_ page: PageContent, separator: String) -> String {
    var parts = ["logo", "All Models", page.title, page.id, page.description, "Contents"]
    parts += ["Start", command(page), "Watch the job {request_id} \"in_queue\".", statusCommand]
    parts += ["Input schema", pretty(page.input)]
    if let output = wrappedOutput(page) { parts += ["Output schema", output] }
    return (parts + ["Imprint • All rights reserved."]).joined(separator: separator)
  }

  /// No indentation, no empty lines, prose glued to what stands before it.
  private func flattened(_ page: PageContent) -> String {
    var text = page.title + "\n" + page.description + "\n" + command(page) + "Next, watch it.\n"
    text += statusCommand + "Input schema" + pretty(page.input)
    if let output = wrappedOutput(page) { text += "Output schema" + output }
    let lines = (text + "Imprint").split(separator: "\n", omittingEmptySubsequences: true)
    return lines.map { String($0.drop { $0 == " " }) }.joined(separator: "\n")
  }

  private func markdown(_ page: PageContent) -> String {
    var text = "# \(page.title)\n\n`\(page.id)`\n\n\(page.description)\n\n```bash\n"
    text += command(page) + "\n```\n\n## Input schema\n\n```json\n" + pretty(page.input) + "\n```\n"
    if let output = wrappedOutput(page) {
      text += "\n## Output schema\n\n```json\n" + output + "\n```\n"
    }
    return text
  }

  private func html(_ page: PageContent) -> String {
    func code(_ json: String) -> String {
      let inner = self == .spans ? PageLayout.spanned(json) : PageLayout.escaped(json, all: true)
      return
        "<div class=\"line-numbers-mode\"><pre class=\"line-numbers\"><code>\(inner)</code></pre>"
        + "<button>Copy</button></div>"
    }
    let shell =
      self == .spans ? PageLayout.spanned(command(page)) : PageLayout.escaped(command(page))
    var body = "<nav><ul><li>Explore</li><li>Pricing</li></ul></nav>"
    body += "<h1>\(PageLayout.escaped(page.title))</h1><p>\(PageLayout.escaped(page.id))</p>"
    body += "<p>\(PageLayout.escaped(page.description))</p><pre><code>\(shell)</code></pre>"
    body += "<h3>Input schema</h3>" + code(pretty(page.input))
    if let output = wrappedOutput(page) { body += "<h3>Output schema</h3>" + code(output) }
    return """
      <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Some site</title>
      <script>if (1 < 2) { window.x = {"type": "object", "properties": {"no": {}}} }</script>
      <style>p { color: red }</style></head><body>\(body)<footer>{imprint}</footer></body></html>
      """
  }

  /// As a careful program escapes a text; `all` spells everything beyond ASCII as a number too.
  static func escaped(_ text: String, all: Bool = false) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += all ? "&quot;" : "&#34;"
      case "'": escaped += "&#x27;"
      case "×" where all: escaped += "&times;"
      case _ where all && scalar.value > 0x7F: escaped += "&#\(scalar.value);"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Every word and mark in an element of its own, as highlighters do it.
  private static func spanned(_ text: String) -> String {
    var spans = ""
    var word = ""
    func flush() {
      if !word.isEmpty { spans += "<span class='tok a-1'>\(escaped(word))</span><!-- -->" }
      word = ""
    }
    for scalar in text.unicodeScalars {
      if scalar == " " || scalar == "\n" {
        flush()
        spans.unicodeScalars.append(scalar)
      } else if scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) {
        word.unicodeScalars.append(scalar)
      } else {
        flush()
        spans += "<span>\(escaped(String(Character(scalar))))</span>"
      }
    }
    flush()
    return spans
  }
}
