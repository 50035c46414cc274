
namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Why a file, a row or a field of an import is refused. Each has its sentences in <c>FaultSentences.resx</c> and, coarser,
/// the code of the report (<see cref="FaultCodes"/>).
/// </summary>
public enum FaultReason
{
    // The file
    FileTooLarge,

    /// <summary>JSON that is larger than any plan or facts.</summary>
    JsonTooLarge,

    /// <summary>The cells of a workbook hold more text than is read.</summary>
    TooMuchText,
    TooManyRows,
    Expansion,
    Encoding,
    Utf16,
    NulCharacter,
    UnknownFormat,
    MalformedJson,
    BrokenWorkbook,
    EmptyFile,
    OdsFile,
    WebPage,
    SpreadsheetMl,
    OldWorkbook,
    BinaryWorkbook,
    OtherDocument,

    // Remarks, which refuse nothing
    OtherSheet,
    HiddenRows,
    EmptyWord,
    NewIndicator,
    NewUnit,
    StaysWithdrawn,
    TextCut,

    // The table
    Quoting,
    FieldCount,
    MissingColumn,
    RepeatedColumn,
    IgnoredColumn,

    // A cell of a workbook
    FormulaCell,
    PercentCell,
    ScaledCell,
    ErrorCell,
    FormatText,
    MergedNumber,
    TooManyCells,
    SeveralSheets,

    // Numbers
    NotANumber,
    TooManyDigits,
    NoNumber,
    ValueNotEmpty,
    YoyNotEmpty,
    NumberNotEmpty,

    // Periods
    NotAPeriod,
    MonthOfPeriod,
    FirstMonthAlone,
    SpanOrder,
    SingleUnderBasis,
    YtdUnderBasis,
    FutureActual,

    // Names and units
    UnknownBasis,
    UnknownIndicator,
    UnknownBase,
    UnknownUnit,
    OddCharacter,
    NameTooLong,
    TooManyBytes,
    GapUnit,
    PercentUnit,
    GapWithoutBenchmark,
    BenchmarkWithoutGap,

    // Other columns
    NoText,
    TextNotEmpty,
    NoSource,
    UnknownKind,
    OtherKind,
    UnknownComparator,
    UnknownPriceBasis,
    UnknownKnownBasis,
    NotABoolean,
    NotADate,

    // Contradictions
    Duplicate,
    Clash,

    // The plan's file: which sheets
    NoPlanSheet,
    UnknownPlanSheet,

    /// <summary>A remark: the sheet is told by its columns.</summary>
    SheetByColumns,

    /// <summary>A remark: the sheet is none of the plan's.</summary>
    SheetNotRead,

    // The plan's file: fields
    RequiredField,
    NoName,
    UnclearName,
    NotAWholeNumber,
    TwoLeads,
    TwoPeople,
    NotAPlanDay,
    DayWithoutYear,
    NotAnExactDay,
    NotAQuarter,
    PercentRange,
    NotAPath,
    NotATolerance,
    NotABaseline,

    // The plan's file: what there is none of
    UnknownTask,
    UnknownItem,
    UnknownDimension,
    UnknownAspect,
    UnknownMilestone,
    UnknownDepartment,

    /// <summary>No file of the plan creates an indicator or a statistical unit.</summary>
    NoSuchIndicator,
    NoSuchUnit,
    NoTarget,

    // The plan's file: what cannot be
    DepartmentCodeHeld,
    DepartmentCodeTaken,
    DueBeforeStart,
    PathNotRising,
    QuarterNotEnded,
    BaselineNotBefore,
    DuplicateKey,

    // The plan's file: remarks, which refuse nothing
    NewDepartment,
    PathOutside,
    PercentFell,
    PercentAboveLater,
    SmallPercent,
    ReportedLater,
    AchievedLater,
    ItemStaysWithdrawn,
    DissolvedDepartment,
}
