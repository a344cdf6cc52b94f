/// Model files as they are published, which the sections make large texts from.
enum SampleModels {
  /// Several models, small to large, one after another.
  static var all: [String] { [edit, sequential] }

  static var edit: String {
    #"""
    {
      "model_id": "bytedance/dreamina-4-0/edit",
      "input": {
        "type": "object",
        "title": "Input",
        "required": [
          "image_urls",
          "prompt"
        ],
        "properties": {
          "image_urls": {
            "title": "Images",
            "description": "Only JPEG and PNG formats are supported; JPEG is recommended. \#
    Supports 1–10 images; larger or more images increase processing time. Recommended to use no \#
    more than 6 images; too many reference images may reduce quality.",
            "type": "array",
            "items": {
              "type": "string",
              "format": "image_uri"
            },
            "validations": [
              {
                "validation_rule": "file_size_mb<=",
                "validation_value": 15,
                "validation_error": "Each image file must be ≤ 15 MB."
              },
              {
                "validation_rule": "width_pixels<=",
                "validation_value": 4096,
                "validation_error": "Maximum resolution is 4096x4096."
              },
              {
                "validation_rule": "height_pixels<=",
                "validation_value": 4096,
                "validation_error": "Maximum resolution is 4096x4096."
              },
              {
                "validation_rule": "width/height≥",
                "validation_value": "0.33",
                "validation_error": "The input image aspect ratio must be within [1/3, 3]."
              },
              {
                "validation_rule": "width/height≤",
                "validation_value": "3",
                "validation_error": "The input image aspect ratio must be within [1/3, 3]."
              }
            ],
            "maxItems": 10,
            "minItems": 1,
            "default": [
              "https://playgrounds-storage-public.runcomfy.net/tools/7002/media-files/usecase5-1\#
    -1-input.jpg",
              "https://playgrounds-storage-public.runcomfy.net/tools/7002/media-files/usecase5-1\#
    -2-input.jpg"
            ]
          },
          "prompt": {
            "title": "prompt",
            "description": "",
            "type": "string",
            "maxLength": 800,
            "default": "A beautiful girl is sitting on the boat"
          },
          "width×height": {
            "title": "Aspect Ratio (W:H)",
            "description": "",
            "type": "string",
            "enum": [
              "1024x1024(1:1)",
              "2048x2048(1:1)",
              "2304x1728(4:3)",
              "2496x1664(3:2)",
              "2560x1440(16:9)",
              "3024x1296(21:9)",
              "4096x4096(1:1)",
              "4694x3520(4:3)",
              "4992x3328(3:2)",
              "5404x3040(16:9)",
              "6198x2656(21:9)"
            ],
            "default": "2048x2048(1:1)"
          },
          "scale": {
            "title": "Scale",
            "description": "Controls how strongly the text prompt influences the result relative \#
    to input images. Higher values increase text influence.",
            "type": "float",
            "minimum": 0,
            "maximum": 1,
            "default": 0.5
          },
          "force_single": {
            "title": "Force Single Image",
            "description": "Whether to force generation of a single image. More images per set \#
    increase latency; for stability, specify group count/resolution or pass width and height.",
            "type": "boolean",
            "default": false
          }
        }
      },
      "output": {
        "type": "object",
        "properties": {
          "image": {
            "type": "string",
            "format": "uri",
            "description": "modelApiDoc_outDescImage"
          },
          "video": {
            "type": "string",
            "format": "uri",
            "description": "modelApiDoc_outDescVideo"
          },
          "images": {
            "type": "array",
            "description": "modelApiDoc_outDescImages",
            "items": {
              "type": "string",
              "format": "uri"
            }
          },
          "videos": {
            "type": "array",
            "description": "modelApiDoc_outDescVideos",
            "items": {
              "type": "string",
              "format": "uri"
            }
          }
        }
      }
    }
    """#
  }

  private static var sequential: String {
    #"""
    {
      "model_id": "bytedance/seedream-4-0/sequential",
      "input": {
        "type": "object",
        "title": "modelApiDoc_navInputSchema",
        "required": [
          "text"
        ],
        "properties": {
          "text": {
            "title": "Prompt",
            "description": "Your prompt needs to contain the number of images you want to \#
    generate. Example: 'Generate 3 images of a beautiful sunset over a calm ocean.'",
            "type": "string",
            "default": "Generate 3 images of a beautiful sunset over a calm ocean.",
            "maxLength": 600
          },
          "image_size": {
            "title": "Aspect Ratio (W:H)",
            "description": "The aspect ratio of the image to generate.",
            "type": "string",
            "enum": [
              "2048:2048 (1:1)",
              "2304:1728 (4:3)",
              "1728:2304 (3:4)",
              "2560:1440 (16:9)",
              "1440:2560 (9:16)",
              "2496:1664 (3:2)",
              "1664:2496 (2:3)",
              "3024:1296 (21:9)"
            ],
            "default": "2560:1440 (16:9)"
          },
          "seed": {
            "title": "Seed",
            "description": "",
            "type": "integer"
          },
          "sequential_image_generation_options": {
            "title": "Maximum Number of Output Images",
            "description": "This value must align with the number of images specified in the \#
    prompt above. The final price will be calculated based on this value.",
            "type": "integer",
            "enum": [
              1,
              2,
              3,
              4,
              5,
              6,
              7,
              8,
              9,
              10,
              11,
              12,
              13,
              14,
              15
            ],
            "default": 3
          },
          "optimize_prompt_options": {
            "title": "Optimize Prompt",
            "description": "Standard mode produces higher-quality content but takes longer to \#
    generate. Fast mode generates content more quickly, with lower quality.",
            "type": "string",
            "enum": [
              "fast",
              "standard"
            ],
            "default": "fast"
          }
        }
      },
      "output": {
        "type": "object",
        "properties": {
          "image": {
            "type": "string",
            "format": "uri",
            "description": "modelApiDoc_outDescImage"
          },
          "video": {
            "type": "string",
            "format": "uri",
            "description": "modelApiDoc_outDescVideo"
          },
          "images": {
            "type": "array",
            "description": "modelApiDoc_outDescImages",
            "items": {
              "type": "string",
              "format": "uri"
            }
          },
          "videos": {
            "type": "array",
            "description": "modelApiDoc_outDescVideos",
            "items": {
              "type": "string",
              "format": "uri"
            }
          }
        }
      }
    }
    """#
  }
}
