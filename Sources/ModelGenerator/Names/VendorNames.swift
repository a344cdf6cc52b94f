/// Types that programs which import bindings use by their bare names. A namespace of a vendor stands
/// beside them, so that it would hide them or make them ambiguous.
enum VendorNames {
  static func isTaken(_ name: String) -> Bool { names.contains(name) }

  private static let names = Set(
    (ownTypes + systemTypes).split { $0 == " " || $0 == "\n" }.map(String.init))

  /// The public types of the modules that `ModelRuntime` brings.
  private static let ownTypes = """
    AudioInput BatchOutcome BatchOutcomes BodyValidator CallOptions CancelOutcome
    CancellationPolicy ClientEnvironment DownloadError DownloadOptions DownloadOutcome Downloads
    DynamicRequest FieldDecodingError FieldValue FieldVisitor FieldWriter HTTPTransport ImageInput
    Indirect InvalidRequest IssuePath IssueStep JSONNumber JSONObject JSONParsingError JSONValue Job
    JobHandle JobJournal JobRecord JobResult JobStatus JobUpdate JobUpdates KeyCondition ListedValues
    MediaData MediaFileError MediaInput MediaKind MediaOutput MediaRule MediaSource ModelClient ModelError
    ModelID ModelObject ModelOutput ModelRequest ModelTransport NumberBounds OpenEnum
    OpenEnumRawValue OutputObject Pattern PatternError PollingPolicy ReadFailure
    RemoteMediaValidation RetryPolicy RuntimeVersion ServiceError SubmissionUncertainty
    SystemTransport TransportBodySink TransportError TransportHeader TransportHeaders
    TransportMethod TransportOptions TransportRequest TransportResponse TransportResponseHead
    TransportTimeouts UncheckedRule UnexpectedFile ValidationIssue ValidationIssues
    ValidationPolicy ValidationReport ValidationRule VideoInput
    """

  /// Types of the standard library, Foundation, Combine and SwiftUI.
  private static let systemTypes = """

    Actor AdditiveArithmetic AffineTransform Alert Alignment AlignmentOptions Anchor Angle
    AngularGradient Animatable Animation AnyActor AnyBidirectionalCollection AnyCancellable
    AnyClass AnyCollection AnyGradient AnyHashable AnyIndex AnyIterator AnyKeyPath AnyObject
    AnyPublisher AnyRandomAccessCollection AnySequence AnyShape AnyShapeStyle AnyTransition
    AnyView App AppKit AppStorage Array ArrayLiteralConvertible ArraySlice AsyncImage
    AsyncIteratorProtocol AsyncMapSequence AsyncSequence AsyncStream AsyncThrowingStream Atomic
    AttributeContainer AttributeDynamicLookup AttributeScope AttributeScopeCodableConfiguration
    AttributeScopes AttributedString AttributedStringAttributeMutation AttributedStringKey
    AttributedStringProtocol AttributedSubstring Axis BidirectionalCollection
    BidirectionalIndexable BidirectionalSlice BinaryFloatingPoint BinaryInteger Bindable Binding
    BitwiseCopyable BlendMode BlockOperation Bool BooleanLiteralConvertible BooleanLiteralType
    BorderedButtonStyle Bundle Button ButtonRole ButtonStyle ByteCountFormatter CBool CChar
    CChar16 CChar32 CChar8 CDouble CFloat CFloat16 CGFloat CGPoint CGRect CGRectEdge CGSize CInt
    CLong CLongDouble CLongLong CShort CSignedChar CUnsignedChar CUnsignedInt CUnsignedLong
    CUnsignedLongLong CUnsignedShort CVaListPointer CVarArg CWideChar Calendar Cancellable
    CancellationError Canvas Capsule CaseIterable Character CharacterSet CheckedContinuation
    Circle Clock ClosedRange ClosedRangeIndex CocoaError Codable CodableAttributedStringKey
    CodableConfiguration CodableWithConfiguration CodingKey CodingKeyRepresentable
    CodingUserInfoKey Collection CollectionDifference CollectionOfOne Color ColorPicker
    ColorScheme Combine CommandGroup CommandLine CommandMenu Commands Comparable
    ComparableComparator Comparator ComparisonResult ConcurrentValue ContainerRelativeShape
    ContentMode ContiguousArray ContiguousBytes ContinuousClock ControlGroup ControlSize Copyable
    CoreGraphics CountableClosedRange CountablePartialRangeFrom CountableRange CurrentValueSubject
    CustomDebugStringConvertible CustomLeafReflectable CustomNSError
    CustomPlaygroundDisplayConvertible CustomPlaygroundQuickLookable CustomReflectable
    CustomStringConvertible Data DataProtocol Date DateComponents DateFormatter DateInterval
    DateIntervalFormatter DatePicker DatePickerStyle Decimal Decodable
    DecodableAttributedStringKey DecodableWithConfiguration Decoder DecodingConfigurationProviding
    DecodingError DefaultBidirectionalIndices DefaultIndices DefaultRandomAccessIndices
    DefaultStringInterpolation Deferred Dictionary DictionaryIndex DictionaryIterator
    DictionaryLiteral DictionaryLiteralConvertible Dimension DiscardingTaskGroup DisclosureGroup
    DiscontiguousAttributedSubstring DiscontiguousSlice DiscreteFormatStyle DistributedActor
    Divider Double DragGesture DropFirstSequence DropWhileSequence Duration DurationProtocol
    DynamicProperty DynamicTypeSize Edge EdgeInsets EditButton EditMode Ellipse EmptyCollection
    EmptyIterator EmptyView Encodable EncodableAttributedStringKey EncodableWithConfiguration
    Encoder EncodingConfigurationProviding EncodingError EnergyFormatter EnumeratedIterator
    EnumeratedSequence Environment EnvironmentKey EnvironmentObject EnvironmentValues Equatable
    EquatableView Error Escapable Executor ExecutorJob ExpressibleByArrayLiteral
    ExpressibleByBooleanLiteral ExpressibleByDictionaryLiteral
    ExpressibleByExtendedGraphemeClusterLiteral ExpressibleByFloatLiteral
    ExpressibleByIntegerLiteral ExpressibleByNilLiteral ExpressibleByStringInterpolation
    ExpressibleByStringLiteral ExpressibleByUnicodeScalarLiteral Expression
    ExtendedGraphemeClusterLiteralConvertible ExtendedGraphemeClusterType FetchRequest
    FileAttributeKey FileAttributeType FileHandle FileManager FileManagerDelegate
    FileProtectionType FillStyle FixedWidthInteger FlattenBidirectionalCollection
    FlattenBidirectionalCollectionIndex FlattenCollection FlattenCollectionIndex FlattenSequence
    Float Float16 Float32 Float64 Float80 FloatLiteralConvertible FloatLiteralType FloatingPoint
    FloatingPointClassification FloatingPointRoundingRule FloatingPointSign FocusState
    FocusedValue Font ForEach Form FormatStyle Formatter Future GeometryEffect GeometryProxy
    GeometryReader Gesture GestureState GlobalActor Gradient Grid GridItem GridRow Group GroupBox
    HSplitView HStack Hashable Hasher HorizontalAlignment Host ISO8601DateFormatter Identifiable
    Image ImageRenderer IndexPath IndexSet Indexable IndexableBase IndexingIterator InflectionRule
    InlineArray InputStream InsettableShape InstantProtocol Int Int128 Int16 Int32 Int64 Int8
    IntegerLiteralConvertible IntegerLiteralType IteratorOverOne IteratorProtocol IteratorSequence
    JSONDecoder JSONEncoder JSONSerialization Job JoinedIterator JoinedSequence Just KeyEquivalent
    KeyPath KeyValuePairs KeyboardShortcut KeyedDecodingContainer KeyedDecodingContainerProtocol
    KeyedEncodingContainer KeyedEncodingContainerProtocol Label LabelStyle LabeledContent Layout
    LazyBidirectionalCollection LazyCollection LazyCollectionProtocol
    LazyDropWhileBidirectionalCollection LazyDropWhileCollection LazyDropWhileIndex
    LazyDropWhileIterator LazyDropWhileSequence LazyFilterBidirectionalCollection
    LazyFilterCollection LazyFilterIndex LazyFilterIterator LazyFilterSequence LazyHGrid
    LazyHStack LazyMapBidirectionalCollection LazyMapCollection LazyMapIterator
    LazyMapRandomAccessCollection LazyMapSequence LazyPrefixWhileBidirectionalCollection
    LazyPrefixWhileCollection LazyPrefixWhileIndex LazyPrefixWhileIterator LazyPrefixWhileSequence
    LazyRandomAccessCollection LazySequence LazySequenceProtocol LazyVGrid LazyVStack
    LengthFormatter LinearGradient Link List ListStyle Locale LocalizedError LocalizedStringKey
    LongPressGesture LosslessStringConvertible MagnificationGesture MainActor ManagedBuffer
    ManagedBufferPointer MarkdownDecodableAttributedStringKey MassFormatter Material Measurement
    MemoryLayout Menu MenuStyle MeshGradient Mirror MirrorPath ModifiedContent Morphology
    MutableBidirectionalSlice MutableCollection MutableDataProtocol MutableIndexable
    MutableRandomAccessSlice MutableRangeReplaceableBidirectionalSlice
    MutableRangeReplaceableRandomAccessSlice MutableRangeReplaceableSlice MutableRawSpan
    MutableSlice MutableSpan Mutex NSAffineTransform NSAffineTransformStruct NSArray
    NSAttributedString NSBinarySearchingOptions NSCache NSCacheDelegate NSCalendar NSCharacterSet
    NSCoder NSCoding NSComparisonPredicate NSCompoundPredicate NSCondition NSConditionLock
    NSCopying NSCountedSet NSData NSDate NSDateComponents NSDateInterval NSDecimalNumber
    NSDecimalNumberBehaviors NSDecimalNumberHandler NSDictionary NSEdgeInsets NSEnumerationOptions
    NSEnumerator NSError NSErrorDomain NSExceptionName NSExpression NSIndexPath NSIndexSet
    NSIndexSetIterator NSKeyedArchiver NSKeyedArchiverDelegate NSKeyedUnarchiver
    NSKeyedUnarchiverDelegate NSLocale NSLock NSLocking NSMeasurement NSMutableArray
    NSMutableAttributedString NSMutableCharacterSet NSMutableCopying NSMutableData
    NSMutableDictionary NSMutableIndexSet NSMutableOrderedSet NSMutableSet NSMutableString
    NSNotification NSNull NSNumber NSObject NSObjectProtocol NSOrderedSet NSOrthography
    NSPersonNameComponents NSPoint NSPointArray NSPointPointer NSPredicate NSRange NSRangePointer
    NSRect NSRectArray NSRectEdge NSRectPointer NSRecursiveLock NSRegularExpression NSSecureCoding
    NSSet NSSize NSSizeArray NSSizePointer NSSortDescriptor NSSortOptions NSString
    NSTextCheckingKey NSTextCheckingResult NSTimeZone NSURL NSURLComponents NSURLQueryItem NSUUID
    NSValue NSZone Namespace NavigationLink NavigationPath NavigationSplitView NavigationStack
    NavigationView Never NilLiteralConvertible Notification NotificationCenter NotificationQueue
    NumberFormatter Numeric ObjCBool ObjectIdentifier Observable ObservableObject ObservedObject
    OpaquePointer OpenURLAction OperatingSystemVersion Operation OperationQueue OptionSet Optional
    OutlineGroup OutputRawSpan OutputSpan OutputStream POSIXError ParseStrategy
    ParseableFormatStyle PartialKeyPath PartialRangeFrom PartialRangeThrough PartialRangeUpTo
    PassthroughSubject PasteButton Path PersonNameComponents PersonNameComponentsFormatter
    PhaseAnimator Picker PickerStyle Pipe PlaygroundQuickLook Port PortDelegate PortMessage
    Predicate PredicateBindings PredicateError PredicateExpression PredicateExpressions
    PreferenceKey PrefixSequence PresentationDetent PresentationMode PreviewProvider
    PrimitiveButtonStyle Process ProcessInfo Progress ProgressKind ProgressReporting
    ProgressUserInfoKey ProgressView ProgressViewStyle PropertyListDecoder PropertyListEncoder
    PropertyListSerialization ProposedViewSize Published Publisher Publishers QualityOfService
    RadialGradient RandomAccessCollection RandomAccessIndexable RandomAccessSlice
    RandomNumberGenerator Range RangeExpression RangeReplaceableBidirectionalSlice
    RangeReplaceableCollection RangeReplaceableIndexable RangeReplaceableRandomAccessSlice
    RangeReplaceableSlice RangeSet RawRepresentable RawSpan RecoverableError Rectangle
    ReferenceConvertible ReferenceWritableKeyPath Regex RegexBuilder RenameButton Repeated Result
    ReversedCollection ReversedIndex ReversedRandomAccessCollection RotationGesture
    RoundedRectangle RunLoop SIMD SIMD16 SIMD2 SIMD3 SIMD32 SIMD4 SIMD64 SIMD8 SIMDMask SIMDScalar
    SIMDStorage Scanner Scene ScenePhase SceneStorage ScopedAttributeContainer ScrollView
    ScrollViewProxy ScrollViewReader Section SecureField Sendable SendableMetatype Sequence
    SerialExecutor Set SetAlgebra SetIndex SetIterator Settings SettingsLink Shape ShapeStyle
    ShareLink SignedInteger SignedNumeric SingleValueDecodingContainer
    SingleValueEncodingContainer Slice Slider SocketNativeHandle SocketPort SortComparator
    SortOrder Spacer Span StandardPredicateExpression State StateObject StaticBigInt StaticString
    Stepper Stream StreamDelegate StreamNetworkServiceTypeValue StreamSOCKSProxyConfiguration
    StreamSOCKSProxyVersion StreamSocketSecurityLevel StrideThrough StrideThroughIterator StrideTo
    StrideToIterator Strideable String StringInterpolationConvertible StringInterpolationProtocol
    StringLiteralConvertible StringLiteralType StringProtocol StringTransform StrokeStyle Subject
    Subscriber Subscribers Subscription Substring SuspendingClock SwiftUI Symbol
    SystemRandomNumberGenerator TabView Table TableColumn TapGesture Task TaskExecutor TaskGroup
    TaskLocal TaskPriority Text TextEditor TextField TextOutputStream TextOutputStreamable Thread
    ThrowingDiscardingTaskGroup ThrowingTaskGroup TimeInterval TimeZone TimelineView Timer Toggle
    ToggleStyle ToolbarItem Transaction Transition UIKit UInt UInt128 UInt16 UInt32 UInt64 UInt8
    URL URLComponents URLError URLFileResourceType URLQueryItem URLResourceKey URLResourceValues
    UTF16 UTF32 UTF8 UTF8Span UUID UnboundedRange UnfoldFirstSequence UnfoldSequence Unicode
    UnicodeCodec UnicodeDecodingResult UnicodeScalar UnicodeScalarLiteralConvertible
    UnicodeScalarType Unit UnitAcceleration UnitAngle UnitArea UnitConcentrationMass UnitConverter
    UnitConverterLinear UnitDispersion UnitDuration UnitElectricCharge UnitElectricCurrent
    UnitElectricPotentialDifference UnitElectricResistance UnitEnergy UnitFrequency
    UnitFuelEfficiency UnitIlluminance UnitInformationStorage UnitLength UnitMass UnitPoint
    UnitPower UnitPressure UnitSpeed UnitTemperature UnitVolume UnkeyedDecodingContainer
    UnkeyedEncodingContainer Unmanaged UnownedJob UnownedSerialExecutor UnownedTaskExecutor
    UnsafeBufferPointer UnsafeBufferPointerIterator UnsafeConcurrentValue UnsafeContinuation
    UnsafeCurrentTask UnsafeMutableBufferPointer UnsafeMutablePointer
    UnsafeMutableRawBufferPointer UnsafeMutableRawBufferPointerIterator UnsafeMutableRawPointer
    UnsafePointer UnsafeRawBufferPointer UnsafeRawBufferPointerIterator UnsafeRawPointer
    UnsafeSendable UnsignedInteger UserDefaults VSplitView VStack VerticalAlignment View
    ViewBuilder ViewModifier Visibility Void Window WindowGroup WritableKeyPath ZStack
    Zip2Iterator Zip2Sequence
    """
}
