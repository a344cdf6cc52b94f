public import JSONTree

extension String: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Int: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Double: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Bool: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension JSONValue: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension JSONObject: FieldValue {
  public func writeValue(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Array: FieldValue where Element: FieldValue {
  public func writeValue(to writer: inout FieldWriter) {
    writer.json.beginArray()
    for element in self { element.writeValue(to: &writer) }
    writer.json.endArray()
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public func writeValue(to writer: inout FieldWriter) {
    if let self { self.writeValue(to: &writer) } else { writer.json.null() }
  }
}
