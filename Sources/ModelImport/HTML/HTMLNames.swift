/// The effects of HTML elements on the text of a page.
enum HTMLNames {
  /// All elements of HTML, and the common ones of SVG.
  static let elements = words(
    """
    a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink
    blockquote body br button canvas caption center cite code col colgroup data datalist dd del
    details dfn dialog dir div dl dt em embed fieldset figcaption figure font footer form frame
    frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html i iframe img input ins kbd label
    legend li link main map mark marquee math menu meta meter nav nobr noframes noscript object
    ol optgroup option output p param picture pre progress q rp rt ruby s samp script search
    section select slot small source span strike strong style sub summary sup svg table tbody td
    template textarea tfoot th thead time title tr track tt u ul var video wbr path g rect
    circle ellipse line polyline polygon defs use symbol clippath lineargradient radialgradient
    stop text tspan mask filter
    """)

  /// Elements that begin and end a line. Text inside others runs on: `<span>"ty</span>pe"`.
  static let blocks = words(
    """
    address article aside blockquote body br button center dd details dialog div dl dt fieldset
    figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
    nav ol optgroup option p pre search section select summary table tbody td tfoot th thead tr ul
    """)

  /// Elements that never have an end.
  static let void = words(
    "area base br col embed frame hr img input link meta param source track wbr")

  /// Elements whose content isn't part of the page's text.
  static let hidden = words("svg template iframe canvas audio video object math")

  private static func words(_ text: String) -> Set<String> {
    Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
  }
}
