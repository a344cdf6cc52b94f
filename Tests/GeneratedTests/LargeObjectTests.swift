import ModelRuntime
import Testing

/// Objects that store their fields in groups, and objects far down, whose types stand elsewhere.
@Suite("Large objects")
struct LargeObjectTests {
  private static let wide = Kinds.Wide(r5: "abc", r90: ["x"])

  private static let nestedBody: JSONValue = [
    "level1": [
      "level2": [
        "level3": [
          "level4": [
            "level5": ["level6": ["level7": ["level8": ["name": "end", "mode": "on"]]]]
          ]
        ]
      ]
    ],
    "large": ["f0": 1, "f35": 2],
  ]

  @Test("A field of a grouped object is encoded in the schema's order")
  func order() {
    var request = Self.wide
    request.r0 = true
    request.r91 = .init(x: 0.5)
    request.r92 = .b
    request.size = .ratio64x64
    request.step = .step512
    request.r131 = false
    #expect(
      String(decoding: request.jsonBytes, as: UTF8.self)
        == #"{"r0":true,"r5":"abc","r90":["x"],"r91":{"x":0.5},"r92":"b","r93":null,"#
        + #""r131":false,"size":"64x64","step":512}"#)
  }

  @Test("The rules of every group are checked, and keys beyond the groups are refused")
  func rules() {
    var request = Self.wide
    #expect(request.validationIssues().isEmpty)
    request.r5 = "ABC"
    request.r90 = []
    request.r93 = 0
    request.size = "1x1"
    request.extraFields = ["r200": 1]
    #expect(
      request.validationIssues().map(\.path.pointer) == ["/r5", "/r90", "/r93", "/size", "/r200"])
  }

  @Test("A grouped object read from JSON is the same object")
  func wideRoundTrip() throws {
    var request = Self.wide
    request.r93 = 7
    request.r130 = true
    #expect(try Kinds.Wide(json: request.json) == request)
    #expect(throws: FieldDecodingError.self) { try Kinds.Wide(json: ["r5": "abc", "r93": 1]) }
  }

  @Test("Copies of a grouped object change apart from each other")
  func copies() {
    var (one, other) = (Self.wide, Self.wide)
    one.r1 = true
    other.r1 = false
    #expect(one.r1 == true)
    #expect(other.r1 == false)
    #expect(Self.wide.r1 == nil)
  }

  @Test("Long lists of known values are complete and in order")
  func values() {
    #expect(Kinds.Wide.SizeValue.allCases.count == 272)
    #expect(Kinds.Wide.SizeValue.allCases.first == .ratio64x64)
    #expect(Kinds.Wide.SizeValue.allCases.last?.rawValue == "192x184")
    #expect(Kinds.Wide.StepValue.knownValues == (0...256).map { $0 * 2 })
    #expect(Kinds.Wide.StepValue.step512.isKnown)
    #expect(!Kinds.Wide.StepValue(rawValue: 3).isKnown)
  }

  @Test("An object nine levels down is read, changed, checked and written")
  func nested() throws {
    var request = try Kinds.Nested(json: Self.nestedBody)
    #expect(request.json == Self.nestedBody)
    let copy = request
    let end = try #require(
      request.level1?.level2?.level3?.level4?.level5?.level6?.level7.level8)
    #expect(end.name == "end")
    #expect(end.mode == .on)
    request.level1?.level2?.level3?.level4?.level5?.level6?.level7.level8.name = ""
    request.large?.f35 = -1
    #expect(copy.json == Self.nestedBody)
    #expect(
      request.validationIssues().map(\.path.pointer) == [
        "/level1/level2/level3/level4/level5/level6/level7/level8/name", "/large/f35",
      ])
  }

  @Test("A part of the output seven levels down is read")
  func output() {
    let output = Kinds.Nested.Output(json: [
      "part1": [
        "part2": ["part3": ["part4": ["part5": ["part6": ["part7": ["end": "here"]]]]]]
      ]
    ])
    #expect(output.part1?.part2?.part3?.part4?.part5?.part6?.part7?.end == "here")
  }
}
