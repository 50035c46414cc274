using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Lights;

/// <summary>How many lights of each colour there are, by the colours shown.</summary>
public sealed record LightCountsItem(int Green, int Amber, int Red, int Blue, int Grey)
{
    internal static LightCountsItem Of(LightCounts counts) => new(counts.Green, counts.Amber, counts.Red, counts.Blue, counts.Grey);

    /// <summary>The columns of the counts that stand in a field of a row.</summary>
    internal static IEnumerable<CsvColumn<T>> ColumnsIn<T>(string field, Func<T, LightCountsItem> counts) =>
    [
        new($"{field}.green", r => counts(r).Green.Cell()),
        new($"{field}.amber", r => counts(r).Amber.Cell()),
        new($"{field}.red", r => counts(r).Red.Cell()),
        new($"{field}.blue", r => counts(r).Blue.Cell()),
        new($"{field}.grey", r => counts(r).Grey.Cell()),
    ];
}
