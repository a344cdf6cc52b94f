/// The output of `modelgen explain` for a model of this repository.
extension ExplainTests {
  static let dreamina = """
    bytedance/dreamina-4-0/edit
    Dreamina 4.0 Edit
    Produce 4K edits with structure-aware adjustments, multi-reference fusion, accurate text \
    replacement, and controlled prompt influence.

    Swift: Bytedance.Dreamina4_0.Edit in BytedanceModels

    Parameters:
      image_urls  required, imageURLs: [ImageInput]
          Images
          Only JPEG and PNG formats are supported; JPEG is recommended. Supports 1–10 images; \
    larger or more images increase processing time. Recommended to use no more than 6 images; \
    too many reference images may reduce quality.
          1 to 10 items · Each image file must be ≤ 15 MB. · Maximum resolution is 4096x4096. · \
    The input image aspect ratio must be within [1/3, 3].
      prompt  required, prompt: String
          prompt
          At most 800 characters · Default: `"A beautiful girl is sitting on the boat"`
      width×height  optional, widthByHeight: WidthByHeightValue?
          Aspect Ratio (W:H)
          Default: `"2048x2048(1:1)"`
          .size1024x1024  1024x1024(1:1)
          .size2048x2048  2048x2048(1:1)
          .size2304x1728  2304x1728(4:3)
          .size2496x1664  2496x1664(3:2)
          .size2560x1440  2560x1440(16:9)
          .size3024x1296  3024x1296(21:9)
          .size4096x4096  4096x4096(1:1)
          .size4694x3520  4694x3520(4:3)
          .size4992x3328  4992x3328(3:2)
          .size5404x3040  5404x3040(16:9)
          .size6198x2656  6198x2656(21:9)
      scale  optional, scale: Double?
          Scale
          Controls how strongly the text prompt influences the result relative to input images. \
    Higher values increase text influence.
          0 to 1 · Default: `0.5`
      force_single  optional, forceSingle: Bool?
          Force Single Image
          Whether to force generation of a single image. More images per set increase latency; \
    for stability, specify group count/resolution or pass width and height.
          Default: `false`

    Call:
      Bytedance.Dreamina4_0.Edit(
        imageURLs: \
    ["https://playgrounds-storage-public.runcomfy.net/tools/7002/media-files/usecase5-1-1-input.jpg"],
        prompt: "A beautiful girl is sitting on the boat")

    """
}
