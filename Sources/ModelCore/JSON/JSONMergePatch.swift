/// A JSON Merge Patch (RFC 7396) put on a value: keys of the patch replace keys of the value, null
/// removes one, objects are merged, everything else replaces what was there.
///
/// The result is text: what the patch leaves alone keeps its spelling and order, and every value
/// keeps the place that it had in the one text or the other.
package struct JSONMergePatch {
  /// The patched value.
  package private(set) var result = JSONSplice()
  /// Parts of the patch that make no difference.
  package private(set) var idleParts: [JSONNode] = []
  /// A Boolean value that indicates whether the patch has any effect.
  package private(set) var changesAnything = false

  package init(_ patch: JSONNode, on target: JSONNode) { merge(patch, into: target) }

  private mutating func merge(_ patch: JSONNode, into target: JSONNode) {
    guard patch.kind == .object else {
      if JSONValue(patch) == JSONValue(target) {
        idleParts.append(patch)
        result.append(target)
      } else {
        changesAnything = true
        result.append(patch)
      }
      return
    }
    guard target.kind == .object else { return add(patch) }
    if patch.members.allSatisfy({ _ in false }) { idleParts.append(patch) }
    mergeMembers(patch, target)
  }

  private mutating func mergeMembers(_ patch: JSONNode, _ target: JSONNode) {
    let start = target.byteRange.lowerBound
    result.append(start..<start + 1, of: target.document)
    var isFirst = true
    let (changes, present) = (patch.membersByKey, target.membersByKey)
    for member in target.members {
      let key = WireName(member.key)
      let change = changes[key]
      if let change, change.isNull {
        changesAnything = true
        continue
      }
      begin(member, &isFirst)
      // Of a duplicate key the last value counts.
      let counts = change != nil && present[key]?.byteRange == member.value.byteRange
      if let change, counts {
        merge(change, into: member.value)
      } else {
        result.append(member.value)
      }
    }
    for member in patch.members where present[WireName(member.key)] == nil {
      if member.value.isNull {
        idleParts.append(member.value)
      } else {
        begin(member, &isFirst)
        add(member.value)
      }
    }
    result.append(sign: "}")
  }

  /// A value that is new: nulls in it mean that there is nothing.
  private mutating func add(_ value: JSONNode) {
    changesAnything = true
    guard value.kind == .object else { return result.append(value) }
    let start = value.byteRange.lowerBound
    result.append(start..<start + 1, of: value.document)
    var isFirst = true
    for member in value.members {
      if member.value.isNull {
        idleParts.append(member.value)
      } else {
        begin(member, &isFirst)
        add(member.value)
      }
    }
    result.append(sign: "}")
  }

  private mutating func begin(_ member: JSONMember, _ isFirst: inout Bool) {
    if !isFirst { result.append(sign: ",") }
    isFirst = false
    result.append(member.keyNode)
    result.append(sign: ":")
  }
}
