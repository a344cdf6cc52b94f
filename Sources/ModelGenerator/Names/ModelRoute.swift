import ModelCore

/// The steps from the vendor's namespace to a model's type, with what each would like to be called.
struct ModelRoute {
  struct Step {
    /// The part of the id, or the chosen name, that it stands for.
    let text: String
    let preferred: String
    /// A Boolean value that indicates whether the preferred name comes from the configuration.
    let isPinned: Bool
    /// A Boolean value that indicates whether the step is part of a configured path with dots,
    /// which is independent of the ID.
    let isChosenPath: Bool
  }

  let id: String
  let steps: [Step]

  init(id: String, _ overrides: NameOverrides) {
    self.id = id
    let natural = IDSegments.steps(of: id)
    let type = overrides.model(id)?.type
    var steps = natural.enumerated().map { index, step in
      let chosen =
        index == 0
        ? overrides.vendor(step.text)?.namespace : index == natural.count - 1 ? type : nil
      return Step(
        text: step.text, preferred: chosen ?? IDSegments.typeName(step, isVendor: index == 0),
        isPinned: chosen != nil, isChosenPath: false)
    }
    if let type, type.contains("."), natural.count > 0 {
      steps = [steps[0]]
      steps += type.split(separator: ".").map {
        Step(text: String($0), preferred: String($0), isPinned: true, isChosenPath: true)
      }
    } else if let type, natural.count == 1, overrides.vendor(id)?.namespace == nil {
      steps[0] = Step(text: natural[0].text, preferred: type, isPinned: true, isChosenPath: false)
    }
    self.steps = steps
  }
}
