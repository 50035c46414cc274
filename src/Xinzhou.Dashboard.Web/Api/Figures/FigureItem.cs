using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Figures;

/// <summary>One published statement about one series in one period, or a quarter derived from two.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Series">The identifier of the series.</param>
/// <param name="Indicator">The code of the indicator.</param>
/// <param name="Unit">The code of the statistical unit.</param>
/// <param name="Measure">What of the indicator is measured.</param>
/// <param name="Benchmark">What a gap is measured against; null for all but gaps.</param>
/// <param name="Of">What a gap is a gap of; null for all but gaps.</param>
/// <param name="Period">The period.</param>
/// <param name="Value">The value in <c>uom</c> with its published decimals; null for a qualitative fact.</param>
/// <param name="Text">The words of a qualitative fact; null for a number.</param>
/// <param name="Comparator">How the number bounds the value: equal, at least (以上), at most (以下), about (左右).</param>
/// <param name="Uom">The unit as published; null for a qualitative fact.</param>
/// <param name="Kind">What kind of statement it is; the kinds are never mixed.</param>
/// <param name="Vintage">The stage: 快报, 初步核算, not stated, read from a table, 最终核实, 修订, 普查修订.</param>
/// <param name="VintageLabel">The vintage as the source words it; may be empty.</param>
/// <param name="Accounting">unified where the office above calculates it (统一核算).</param>
/// <param name="PriceBasis">The prices it is expressed in: as the source says, else the indicator.</param>
/// <param name="Scope">A restriction of what is counted; empty for none.</param>
/// <param name="KnownFrom">The moment from which it was publicly known.</param>
/// <param name="KnownTo">The moment another took its place; equal to knownFrom when it never was shown; null while it is shown.</param>
/// <param name="KnownFromBasis">How knownFrom is known.</param>
/// <param name="RecordedAt">The moment it was recorded in this installation.</param>
/// <param name="Preferred">True when it is the one shown.</param>
/// <param name="Provisional">True while a later vintage is to be expected, or when the year is inferred.</param>
/// <param name="Derived">True for a quarter computed from year-to-date values; no source has published it.</param>
/// <param name="Source">Where it is taken from.</param>
/// <param name="Note">A remark; for a derived quarter what it is computed from.</param>
/// <param name="Findings">The rules that it breaks.</param>
public sealed record FigureItem(
    string Id,
    string Series,
    string Indicator,
    string Unit,
    [property: Codes<Measure>] string Measure,
    [property: Codes<Benchmark>] string? Benchmark,
    [property: Allowed("yoy", "share", "level")] string? Of,
    PeriodItem Period,
    string? Value,
    string? Text,
    [property: Allowed("=", ">=", "<=", "≈")] string Comparator,
    string? Uom,
    [property: Codes<ValueKind>] string Kind,
    [property: Codes<Stage>] string Vintage,
    string VintageLabel,
    [property: Allowed("unified")] string? Accounting,
    [property: Allowed("constant", "current", "unstated")] string PriceBasis,
    string Scope,
    DateTimeOffset KnownFrom,
    DateTimeOffset? KnownTo,
    [property: Codes<KnownFromBasis>] string KnownFromBasis,
    DateTimeOffset RecordedAt,
    bool Preferred,
    bool Provisional,
    bool Derived,
    FigureSourceItem Source,
    string? Note,
    IReadOnlyList<FindingItem> Findings)
{
    /// <summary>The price basis that neither the source nor the indicator states.</summary>
    internal const string Unstated = "unstated";

    internal static readonly IReadOnlyList<CsvColumn<FigureItem>> Columns =
    [
        new("id", f => f.Id),
        new("series", f => f.Series),
        new("indicator", f => f.Indicator),
        new("unit", f => f.Unit),
        new("measure", f => f.Measure),
        new("benchmark", f => f.Benchmark),
        new("of", f => f.Of),
        new("period.code", f => f.Period.Code),
        new("period.kind", f => f.Period.Kind),
        new("period.label", f => f.Period.Label),
        new("period.name", f => f.Period.Name),
        new("period.start", f => f.Period.Start.Cell()),
        new("period.end", f => f.Period.End.Cell()),
        new("period.yearInferred", f => f.Period.YearInferred.Cell()),
        new("value", f => f.Value),
        new("text", f => f.Text),
        new("comparator", f => f.Comparator),
        new("uom", f => f.Uom),
        new("kind", f => f.Kind),
        new("vintage", f => f.Vintage),
        new("vintageLabel", f => f.VintageLabel),
        new("accounting", f => f.Accounting),
        new("priceBasis", f => f.PriceBasis),
        new("scope", f => f.Scope),
        new("knownFrom", f => f.KnownFrom.Cell()),
        new("knownTo", f => f.KnownTo.Cell()),
        new("knownFromBasis", f => f.KnownFromBasis),
        new("recordedAt", f => f.RecordedAt.Cell()),
        new("preferred", f => f.Preferred.Cell()),
        new("provisional", f => f.Provisional.Cell()),
        new("derived", f => f.Derived.Cell()),
        new("source.id", f => f.Source.Id),
        new("source.title", f => f.Source.Title),
        new("source.address", f => f.Source.Address),
        new("source.quote", f => f.Source.Quote),
        new("source.reliability", f => f.Source.Reliability),
        new("note", f => f.Note),
        new("findings", f => f.Findings.Select(b => b.Rule).Cell()),
    ];

    /// <summary>A figure as it is judged at a moment.</summary>
    internal static FigureItem From(Figure figure, bool preferred, DateTimeOffset? knownTo, bool english, IReadOnlyList<FindingItem> findings) => new(
        figure.Key,
        figure.Series.Key,
        figure.Series.Indicator.Code,
        figure.Series.Unit.Code,
        Code.Of(figure.Series.Measure),
        figure.Series.Benchmark is { } benchmark ? Code.Of(benchmark) : null,
        figure.Series.Of is { } of ? Code.Of(of) : null,
        PeriodItem.Of(figure.Period, figure.PeriodLabel, figure.YearInferred, english),
        Written(figure.Value),
        figure.Text,
        figure.Comparator.Sign(),
        figure.Uom.Length == 0 ? null : figure.Uom,
        Code.Of(figure.Kind),
        Code.Of(figure.Stage),
        figure.VintageLabel,
        Written(figure.UnifiedAccounting),
        Written(figure.PriceBasis),
        figure.Scope,
        Instants.InShanghai(figure.KnownFrom),
        knownTo is { } until ? Instants.InShanghai(until) : null,
        Code.Of(figure.KnownFromBasis),
        Instants.InShanghai(figure.RecordedAt),
        preferred,
        figure.Provisional,
        false,
        SourceOf(figure, figure.Quote),
        figure.Note,
        findings);

    /// <summary>A derived quarter; its source has published the later of the two values, not the quarter, and so has no quote for it.</summary>
    internal static FigureItem From(DerivedQuarter quarter, string note, bool english)
    {
        var later = quarter.Later;
        return new(
            quarter.Key,
            later.Series.Key,
            later.Series.Indicator.Code,
            later.Series.Unit.Code,
            Code.Of(later.Series.Measure),
            null,
            null,
            PeriodItem.Of(quarter.Period, null, quarter.YearInferred, english),
            Written(quarter.Value),
            null,
            Domain.Indicators.Comparator.Equal.Sign(),
            later.Uom,
            Code.Of(later.Kind),
            Code.Of(later.Stage),
            later.VintageLabel,
            Written(quarter.UnifiedAccounting),
            Written(later.PriceBasis),
            later.Scope,
            Instants.InShanghai(quarter.KnownFrom),
            null,
            Code.Of((quarter.Earlier is { } earlier && earlier.KnownFrom > later.KnownFrom ? earlier : later).KnownFromBasis),
            Instants.InShanghai(quarter.RecordedAt),
            true,
            quarter.Provisional,
            true,
            SourceOf(later, null),
            note,
            []);
    }

    private static FigureSourceItem SourceOf(Figure figure, string? quote) =>
        new(figure.Source.Key, figure.Source.Title, figure.Source.Address, quote, Code.Of(figure.Reliability));

    private static string? Written(decimal? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Written(bool unified) => unified ? "unified" : null;

    /// <summary>A price basis as the API writes it.</summary>
    internal static string Written(PriceBasis? basis) => basis is { } stated ? Code.Of(stated) : Unstated;
}
