using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Plan;

/// <summary>
/// What the article leaves open: for readers of lists a list of one entry; for others the fields of that entry stand in
/// the answer itself too.
/// </summary>
public sealed record NotesPage(IReadOnlyList<NotesItem> Items, long Total, string? Next, DateTimeOffset AsOf)
    : Page<NotesItem>(Items, Total, Next, AsOf)
{
    internal static readonly IReadOnlyList<CsvColumn<NotesPage>> Columns =
    [
        new("notStated", n => n.NotStated.Cell()),
        new("ambiguities", n => n.Ambiguities.Cell()),
    ];

    /// <summary>What it does not state (原文未载明).</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> NotStated => Items[0].NotStated;

    /// <summary>What it leaves ambiguous.</summary>
    [JsonPropertyOrder(1)]
    public IReadOnlyList<string> Ambiguities => Items[0].Ambiguities;

    internal static NotesPage Of(CityPlan plan, ReadRequest request) =>
        new([new NotesItem(plan.NotStated, plan.Ambiguities)], 1, null, Instants.InShanghai(request.AsOf.Moment))
        {
            Demonstration = request.Snapshot.Demonstration,
        };
}
