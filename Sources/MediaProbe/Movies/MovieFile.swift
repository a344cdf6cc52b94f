/// MP4, MOV and M4A: finds the movie header wherever it stands, and for a fragmented movie
/// whatever else tells its length.
enum MovieFile {
  static func read(_ input: ProbeInput, into findings: inout Findings) throws(ProbeStop) {
    var file = input.cursor(.big)
    while let box = try file.nextTopLevelBox() {
      switch box.type {
      case "moov":
        let movie = try Movie(box.content)
        findings.stored = movie.stored
        findings.displayed = movie.displayed
        if movie.isFragmented {
          try readFragments(of: movie, in: file, into: &findings)
        } else {
          findings.duration = movie.duration
          findings.framesPerSecond = movie.framesPerSecond
        }
        return
      case "moof":
        throw .malformed("the movie starts with a fragment instead of its header")
      default:
        continue
      }
    }
    throw .malformed("the \(findings.format) file has no movie header")
  }

  /// A fragmented movie says its length up front, in an index, or only by all of its fragments.
  private static func readFragments(
    of movie: Movie, in rest: ByteCursor, into findings: inout Findings
  ) throws(ProbeStop) {
    if let stated = movie.statedFragmentedDuration { findings.duration = .known(stated) }
    var fragments = MovieFragments(movie)
    let whole = try attempt { () throws(ProbeStop) in
      try fragments.read(rest)
      return true
    }
    switch whole {
    case .known:
      if findings.duration == nil { findings.duration = try fragments.duration() }
      findings.framesPerSecond = fragments.framesPerSecond
    case .unknown(let reason):
      findings.duration = findings.duration ?? .unknown(reason)
      findings.framesPerSecond = .unknown(reason)
    case .malformed(let reason):
      findings.duration = findings.duration ?? .malformed(reason)
      findings.framesPerSecond = .malformed(reason)
    }
  }
}
