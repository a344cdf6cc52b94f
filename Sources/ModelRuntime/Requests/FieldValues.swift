public import JSONTree

extension String: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Int: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Double: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Bool: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension JSONValue: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension JSONObject: FieldValue {
  public func write(to writer: inout FieldWriter) { writer.json.value(self) }
}

extension Array: FieldValue where Element: FieldValue {
  public func write(to writer: inout FieldWriter) {
    writer.json.beginArray()
    for element in self { element.write(to: &writer) }
    writer.json.endArray()
  }
}

extension Optional: FieldValue where Wrapped: FieldValue {
  public func write(to writer: inout FieldWriter) {
    if let self { self.write(to: &writer) } else { writer.json.null() }
  }
}
