import ModelCore
import Testing

@Suite("Data URIs")
struct DataURITests {
  @Test(
    "Invalid escapes are kept",
    arguments: [
      ("data:,a%20b", "a b"), ("data:,100%", "100%"), ("data:,100%+f", "100%+f"),
      ("data:,%-0", "%-0"), ("data:,%zz%41", "%zzA"),
    ])
  func escapes(text: String, bytes: String) {
    #expect(DataURI.bytes(of: text) == Array(bytes.utf8))
  }

  @Test("Base64 may be escaped, and invalid Base64 is nil")
  func base64() {
    #expect(DataURI.bytes(of: "data:;base64,/9g%3D") == [0xFF, 0xD8])
    #expect(DataURI.bytes(of: "data:;base64,*") == nil)
    #expect(DataURI.bytes(of: "https://example.com/") == nil)
  }
}
