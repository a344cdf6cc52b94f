import Testing

@testable import ModelTesting

/// Reading fault scripts.
@Suite("Fault scripts") struct FaultScriptTests {
  private func problems(_ script: String) -> [String] {
    do throws(MockFailure) {
      _ = try FaultScript(parsing: Array(script.utf8), file: "f.json")
      return []
    } catch {
      return error.description.split(separator: "\n").map(String.init)
    }
  }

  @Test("All errors are reported at once, with position and advice")
  func mistakes() {
    let found = problems(
      #"""
      [{"status": 503},
       {"on": "sumbit"},
       {"on": "submit", "stauts": 1},
       {"on": "submit", "status": 99, "times": 0},
       {"on": "submit", "delay": -1, "close_at": "x"},
       {"on": "submit", "body": "a", "html": true},
       {"on": "status", "fails": "x"},
       {"on": "submit", "headers": {"A": 1}},
       {"on": "submit", "redirect": "a\r\nb"},
       7,
       {"on": []},
       {"on": "status", "garbage": 67108865}]
      """#)
    #expect(
      found == [
        "f.json:1:2: error: the fault doesn't name the calls it affects; add \"on\"",
        "f.json:2:9: error: there is no call \"sumbit\"; "
          + "the calls are submit, status, result, cancel, download, catalogue and any",
        "f.json:3:19: error: a fault has no key \"stauts\"; did you mean \"status\"?",
        "f.json:4:29: error: \"status\" must be a whole number from 100 to 599",
        "f.json:4:42: error: \"times\" must be a whole number greater than 0, or \"always\"",
        "f.json:5:28: error: \"delay\" must be a number of seconds from 0 to 86400",
        "f.json:5:44: error: \"close_at\" must be a whole number from 0 to 1073741824",
        "f.json:6:2: error: body and html can't be combined; keep one",
        "f.json:7:9: error: only a submission can have a job error",
        "f.json:8:30: error: \"headers\" must be an object of header names and strings of one line",
        "f.json:9:31: error: \"redirect\" must be a string of one line",
        "f.json:10:2: error: expected an object",
        "f.json:11:9: error: the fault affects no call; add a call to \"on\", or any",
        "f.json:12:30: error: \"garbage\" must be a whole number from 0 to 67108864",
      ])
  }

  @Test("Invalid JSON, other types and duplicate keys are reported at their position")
  func shape() {
    #expect(problems("[{]").first?.hasPrefix("f.json:1:3: error: ") == true)
    #expect(
      problems("{}") == [
        "f.json:1:1: error: expected an array of faults; "
          + "write [{\"on\": \"submit\", \"status\": 503}]"
      ])
    #expect(
      problems("[{\"on\": \"submit\",\n \"on\": \"status\"}]")
        == ["f.json:2:2: error: duplicate key \"on\""])
    #expect(problems("[]").isEmpty)
  }
}
