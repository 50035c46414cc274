using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>The optional fields of a row that have a form of their own.</summary>
/// <param name="Published">When it was published; null when the row does not say.</param>
/// <param name="YearInferred">True when the source names no year.</param>
/// <param name="Comparator">What the number bounds.</param>
/// <param name="KnownBasis">How the moment of publication is known; a month where only that is given; null when the row does not say.</param>
/// <param name="PriceBasis">The price basis that the source states; null when it does not.</param>
internal readonly record struct RowDetails(
    DateTimeOffset? Published,
    bool YearInferred,
    Comparator Comparator,
    KnownFromBasis? KnownBasis,
    PriceBasis? PriceBasis)
{
    private const string PriceBasisUnstated = "unstated";

    public static RowDetails Of(RowFields row)
    {
        row.CheckLength(ImportColumns.Unit);
        row.CheckLength(ImportColumns.Scope);
        row.CheckLength(ImportColumns.Label);
        row.CheckLength(ImportColumns.Vintage);

        var published = row.Optional(ImportColumns.Published, row.Date, FaultReason.NotADate);
        var yearInferred = row.Optional(ImportColumns.YearInferred, Boolean, FaultReason.NotABoolean);
        var comparator = row.Optional<Comparator>(
            ImportColumns.Comparator, t => Comparators.TryParse(t, out var c) ? c : null, FaultReason.UnknownComparator);
        var knownBasis = row.Optional(
            ImportColumns.KnownBasis, CodeOf<KnownFromBasis>, FaultReason.UnknownKnownBasis, Code.All<KnownFromBasis>);
        if (published is not null && DateNotation.IsMonth(row.Text(ImportColumns.Published)))
        {
            knownBasis ??= KnownFromBasis.Month;
        }

        var priceBasis = row.Text(ImportColumns.PriceBasis) == PriceBasisUnstated
            ? null
            : row.Optional(ImportColumns.PriceBasis, CodeOf<PriceBasis>, FaultReason.UnknownPriceBasis);
        return new(published, yearInferred ?? false, comparator ?? Comparator.Equal, knownBasis, priceBasis);
    }

    private static T? CodeOf<T>(string text) where T : struct, Enum => Code.TryParse<T>(text, out var value) ? value : null;

    private static bool? Boolean(string text) => text.ToUpperInvariant() switch
    {
        "TRUE" or "1" => true,
        "FALSE" or "0" => false,
        _ => null,
    };
}
