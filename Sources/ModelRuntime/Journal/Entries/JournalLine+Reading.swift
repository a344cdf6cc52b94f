import ModelCore

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

extension JournalLine {
  /// Reads a line. Members that this version doesn't know are ignored.
  ///
  /// Returns `nil` for a line that was cut, and for an event that this version doesn't know.
  init?(_ bytes: [UInt8]) {
    guard let document = try? JSONDocument(parsing: bytes) else { return nil }
    let line = JSONValue(document.root)
    guard let name = line["event"]?.string, let job = line["job"]?.string,
      let event = Event(name, line)
    else { return nil }
    self.init(
      job: job, time: line["time"]?.string.flatMap(ISO8601.date)?.timeIntervalSince1970 ?? 0,
      event: event)
  }

  /// Returns the job that a line of any event is about, or `nil` if the line can't be read.
  static func job(in bytes: [UInt8]) -> String? {
    (try? JSONDocument(parsing: bytes))?.root["job"]?.string
  }

  /// Returns false for a line that was cut.
  static func isWhole(_ bytes: [UInt8]) -> Bool { (try? JSONDocument(parsing: bytes)) != nil }
}

extension JournalLine.Event {
  fileprivate init?(_ name: String, _ line: JSONValue) {
    let reason = line["reason"]?.string ?? ""
    switch name {
    case "intent":
      guard let model = line["model"]?.string, let service = line["service"]?.string,
        URL(string: service) != nil
      else { return nil }
      self = .intent(
        JournalLine.Intent(
          key: line["key"]?.string, model: model, service: service,
          body: line["body"]?.string ?? "", writer: line["writer"]?.string ?? "",
          reserved: line["reserved"]?.double))
    case "accepted":
      guard let id = line["id"]?.string, RequestID(id) != nil else { return nil }
      self = .accepted(id: id)
    case "not_submitted": self = .notSubmitted(reason: reason)
    case "unclear": self = .unclear(reason: reason)
    case "ended":
      guard let status = line["status"]?.string else { return nil }
      self = .ended(
        JournalLine.End(
          status: status, output: line["output"], cost: line["cost"]?.double,
          seconds: line["seconds"]?.double))
    case "resolved":
      switch (line["decision"]?.string, line["id"]?.string) {
      case ("resubmit", _): self = .resolved(.resubmit)
      case ("abandon", _): self = .resolved(.abandon)
      case ("adopt", let id?) where RequestID(id) != nil: self = .resolved(.adopt(id: id))
      default: return nil
      }
    case "summary":
      guard let model = line["model"]?.string, let cost = line["cost"]?.double else { return nil }
      self = .summary(
        JournalLine.Summary(model: model, jobs: line["jobs"]?.int ?? 0, cost: cost))
    default: return nil
    }
  }
}
