using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>From which moment a figure counts as known, and how that is known (CONTRACTS, 2, Known from).</summary>
public static class KnownFromRule
{
    /// <param name="published">The row's own date of publication.</param>
    /// <param name="vintage">What the vintage says.</param>
    /// <param name="source">The citation.</param>
    /// <param name="givenForFile">A date given for the whole file.</param>
    /// <param name="now">The moment of the import.</param>
    /// <param name="givenToMonth">True where the date for the whole file names a month only.</param>
    public static (DateTimeOffset Moment, KnownFromBasis Basis) Of(
        DateTimeOffset? published,
        VintageText vintage,
        SourceText source,
        DateTimeOffset? givenForFile,
        DateTimeOffset now,
        bool givenToMonth = false) =>
        published is { } stated ? (stated, KnownFromBasis.Stated)
        : vintage.Day is { } day ? (Shanghai.StartOf(day), KnownFromBasis.Vintage)
        : DateNotation.FirstDayIn(source.Text) is { } cited ? (Shanghai.StartOf(cited), KnownFromBasis.Source)
        : givenForFile is { } given ? (given, givenToMonth ? KnownFromBasis.Month : KnownFromBasis.Stated)
        : (now, KnownFromBasis.Recorded);
}
