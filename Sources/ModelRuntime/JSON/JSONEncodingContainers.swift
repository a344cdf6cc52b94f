import ModelCore

/// The members of an object that is being encoded.
struct JSONKeyedEncodingContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let builder: JSONValueBuilder
  let codingPath: [any CodingKey]

  func encodeNil(forKey key: Key) { encoder(forKey: key).encodeNil() }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    try encoder(forKey: key).encode(value)
  }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type, forKey key: Key
  ) -> KeyedEncodingContainer<NestedKey> {
    encoder(forKey: key).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    encoder(forKey: key).unkeyedContainer()
  }

  func superEncoder() -> any Encoder { encoder(forKey: JSONKey(stringValue: "super")) }

  func superEncoder(forKey key: Key) -> any Encoder { encoder(forKey: key) }

  private func encoder(forKey key: any CodingKey) -> JSONValueEncoder {
    JSONValueEncoder(builder: builder.member(key.stringValue), codingPath: codingPath + [key])
  }
}

/// The items of an array that is being encoded.
struct JSONUnkeyedEncodingContainer: UnkeyedEncodingContainer {
  let builder: JSONValueBuilder
  let codingPath: [any CodingKey]

  var count: Int { builder.count }

  func encodeNil() { nextEncoder().encodeNil() }

  func encode(_ value: some Encodable) throws { try nextEncoder().encode(value) }

  func nestedContainer<NestedKey: CodingKey>(
    keyedBy type: NestedKey.Type
  ) -> KeyedEncodingContainer<NestedKey> {
    nextEncoder().container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    nextEncoder().unkeyedContainer()
  }

  func superEncoder() -> any Encoder { nextEncoder() }

  private func nextEncoder() -> JSONValueEncoder {
    let path = codingPath + [JSONKey(intValue: builder.count)]
    return JSONValueEncoder(builder: builder.addItem(), codingPath: path)
  }
}
