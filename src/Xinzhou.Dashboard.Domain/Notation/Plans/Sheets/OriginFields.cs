using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>Where what a row says comes from, and since when it is known.</summary>
internal static class OriginFields
{
    /// <summary>In bytes of UTF-8, as of a source of figures.</summary>
    private const int LongestSource = 2000;

    /// <summary>The origin; null with a fault.</summary>
    /// <param name="row">The row.</param>
    /// <param name="options">The dates of the import.</param>
    /// <param name="reported">The column with the day of a report; null where there is none.</param>
    public static PlanOrigin? Of(PlanRow row, PlanReadingOptions options, string? reported = null)
    {
        var source = row.Text(PlanColumns.Source);
        if (source.Length == 0)
        {
            row.Wrong(PlanColumns.Source, new(FaultReason.NoSource));
        }
        else
        {
            row.Key(PlanColumns.Source, LongestSource);
        }

        var stated = Moment(row, PlanColumns.Published, FaultReason.NotADate, out var unreadable);
        if (reported is not null)
        {
            stated = Moment(row, reported, FaultReason.NotAnExactDay, out var unclear) ?? stated;
            unreadable |= unclear;
        }

        if (source.Length == 0 || unreadable)
        {
            return null;
        }

        var (knownFrom, basis) = KnownFromRule.Of(
            stated?.Moment, VintageText.Read(""), SourceText.Read(source), options.Published, options.Now, options.PublishedToMonth);
        return new()
        {
            Id = 0,
            Source = source,
            KnownFrom = knownFrom,
            KnownFromBasis = stated is { IsMonth: true } ? KnownFromBasis.Month : basis,
            RecordedAt = options.Now,
            Actor = "",
        };
    }

    private static (DateTimeOffset Moment, bool IsMonth)? Moment(PlanRow row, string column, FaultReason reason, out bool unreadable)
    {
        var text = row.Text(column);
        unreadable = false;
        if (text.Length == 0)
        {
            return null;
        }

        var plain = PlainText.Compatible(text);
        if (DateNotation.Read(plain) is { } moment)
        {
            return (moment, DateNotation.IsMonth(plain));
        }

        if (PlanDayNotation.ExactDay(text) is { } day)
        {
            return (Shanghai.StartOf(day), false);
        }

        unreadable = true;
        row.Wrong(column, new(reason));
        return null;
    }
}
