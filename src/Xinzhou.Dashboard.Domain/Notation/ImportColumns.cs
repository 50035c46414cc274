using System.Collections.Frozen;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The columns of the import format.</summary>
public static class ImportColumns
{
    public const string Indicator = "indicator";
    public const string Region = "region";
    public const string Period = "period";
    public const string Value = "value";
    public const string Unit = "unit";
    public const string Yoy = "yoy";
    public const string Source = "source";
    public const string Basis = "basis";
    public const string Vintage = "vintage";
    public const string Quote = "quote";
    public const string Note = "note";
    public const string Published = "published";
    public const string Scope = "scope";
    public const string Comparator = "comparator";
    public const string Kind = "kind";
    public const string Text = "text";
    public const string Label = "label";
    public const string YearInferred = "year_inferred";
    public const string PriceBasis = "price_basis";
    public const string KnownBasis = "known_basis";

    /// <summary>When the figure was recorded where it was exported; only a restore honours it.</summary>
    public const string Recorded = "recorded";

    public static IReadOnlyList<string> Required { get; } =
        [Indicator, Region, Period, Value, Unit, Yoy, Source, Basis, Vintage, Quote, Note];

    public static IReadOnlyList<string> Optional { get; } =
        [Published, Scope, Comparator, Kind, Text, Label, YearInferred, PriceBasis, KnownBasis, Recorded];

    /// <summary>All of them, in the order of an export.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Required, .. Optional];

    private static readonly FrozenDictionary<string, int> Indices =
        All.Select((column, index) => KeyValuePair.Create(column, index)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The place of a column in <see cref="All"/>.</summary>
    internal static int IndexOf(string column) => Indices[column];
}
