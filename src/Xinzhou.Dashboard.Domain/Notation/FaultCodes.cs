namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The codes of the import report: coarser than the reasons, and stable.</summary>
public static class FaultCodes
{
    /// <summary>The code of a reason.</summary>
    public static string Code(this FaultReason reason) => reason switch
    {
        FaultReason.FileTooLarge or FaultReason.JsonTooLarge or FaultReason.TooMuchText => "size",
        FaultReason.TooManyRows => "rows",
        FaultReason.TooManyCells => "cells",
        FaultReason.Expansion => "expansion",
        FaultReason.Encoding or FaultReason.Utf16 or FaultReason.NulCharacter => "encoding",
        FaultReason.UnknownFormat or FaultReason.MalformedJson or FaultReason.BrokenWorkbook or FaultReason.EmptyFile
            or FaultReason.OdsFile or FaultReason.WebPage or FaultReason.SpreadsheetMl or FaultReason.OldWorkbook or FaultReason.BinaryWorkbook
            or FaultReason.OtherDocument or FaultReason.SeveralSheets => "format",
        FaultReason.Quoting => "quoting",
        FaultReason.FieldCount => "fields",
        FaultReason.MissingColumn or FaultReason.RepeatedColumn => "column",
        FaultReason.IgnoredColumn => "ignored_column",
        FaultReason.FormulaCell => "formula",
        FaultReason.ErrorCell => "error_cell",
        FaultReason.PercentCell or FaultReason.ScaledCell or FaultReason.FormatText => "number_format",
        FaultReason.NotANumber or FaultReason.TooManyDigits => "number",
        FaultReason.NoNumber => "no_number",
        FaultReason.ValueNotEmpty or FaultReason.YoyNotEmpty or FaultReason.NumberNotEmpty
            or FaultReason.TextNotEmpty => "not_empty",
        FaultReason.NotAPeriod or FaultReason.MonthOfPeriod or FaultReason.FirstMonthAlone or FaultReason.SpanOrder
            or FaultReason.SingleUnderBasis or FaultReason.YtdUnderBasis => "period",
        FaultReason.FutureActual => "future",
        FaultReason.UnknownBasis => "basis",
        FaultReason.UnknownIndicator or FaultReason.UnknownBase => "unknown_indicator",
        FaultReason.UnknownUnit => "unknown_unit",
        FaultReason.OddCharacter => "odd_character",
        FaultReason.MergedNumber => "merged",
        FaultReason.OtherSheet => "other_sheet",
        FaultReason.HiddenRows => "hidden_rows",
        FaultReason.EmptyWord => "empty_word",
        FaultReason.NewIndicator or FaultReason.NewUnit => "new_name",
        FaultReason.StaysWithdrawn => "withdrawn",
        FaultReason.TextCut => "text_cut",
        FaultReason.NameTooLong or FaultReason.TooManyBytes => "too_long",
        FaultReason.GapUnit or FaultReason.PercentUnit => "unit",
        FaultReason.GapWithoutBenchmark or FaultReason.BenchmarkWithoutGap => "benchmark",
        FaultReason.NoText => "text",
        FaultReason.NoSource => "source",
        FaultReason.UnknownKind or FaultReason.OtherKind => "kind",
        FaultReason.UnknownComparator => "comparator",
        FaultReason.UnknownPriceBasis => "price_basis",
        FaultReason.UnknownKnownBasis => "known_basis",
        FaultReason.NotABoolean => "boolean",
        FaultReason.NotADate => "date",
        FaultReason.Duplicate => "duplicate",
        FaultReason.Clash => "clash",
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, null),
    };
}
