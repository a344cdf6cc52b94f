import Foundation
import MediaProbe
import ModelCore
import Testing

/// The report of ffprobe about a file.
struct ProbeReport {
  let coded: PixelSize?
  let shown: PixelSize?
  let duration: Double
  let rate: Double

  private struct Answer: Decodable {
    struct Stream: Decodable {
      struct SideData: Decodable {
        var rotation: Int?
      }
      var codec_type: String?
      var width: Int?
      var height: Int?
      var sample_aspect_ratio: String?
      var avg_frame_rate: String?
      var side_data_list: [SideData]?
    }
    struct Format: Decodable {
      var duration: String?
    }
    var streams: [Stream]
    var format: Format
  }

  init(of name: String, in shop: Workshop) throws {
    let text = try RealTool.ffprobe.run(
      "-v", "error", "-show_streams", "-show_format", "-of", "json", name, in: shop)
    let answer = try JSONDecoder().decode(Answer.self, from: Data(text.utf8))
    duration = try #require(answer.format.duration.flatMap(Double.init))
    let video = answer.streams.first { $0.codec_type == "video" }
    let rates = ProbeReport.pair(video?.avg_frame_rate, "/")
    rate = rates.map { Double($0.0) / Double(max(1, $0.1)) } ?? 0
    guard let width = video?.width, let height = video?.height else {
      coded = nil
      shown = nil
      return
    }
    coded = PixelSize(width: width, height: height)
    let aspect = ProbeReport.pair(video?.sample_aspect_ratio, ":") ?? (1, 1)
    let square = PixelSize(
      width: Int((Double(width * max(1, aspect.0)) / Double(max(1, aspect.1))).rounded()),
      height: height)
    let turn = video?.side_data_list?.compactMap(\.rotation).first ?? 0
    shown = turn % 180 == 0 ? square : square.turned
  }

  private static func pair(_ text: String?, _ separator: Character) -> (Int, Int)? {
    guard let parts = text?.split(separator: separator).compactMap({ Int($0) }), parts.count == 2
    else { return nil }
    return (parts[0], parts[1])
  }
}
