using System.Text.Json.Serialization;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Targets;

/// <summary>目标: a figure of kind target that is shown, with who owes it and how it stands.</summary>
/// <param name="Id">The id of the figure.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Owner">牵头单位; null where nobody is known to owe it.</param>
/// <param name="Person">责任人; null where nobody is named.</param>
/// <param name="Baseline">基期; null where the commitment names none.</param>
/// <param name="Tolerance">允差 in % of a target that is only about met (≈), 5 without one; of others the commitment's, or null.</param>
/// <param name="Task">The number of the task that it belongs to; null where it belongs to none.</param>
/// <param name="Signature">军令状; null while it is not signed.</param>
/// <param name="Light">Its light.</param>
public sealed record TargetItem(
    string Id,
    FigureItem Figure,
    string? Owner,
    string? Person,
    BaselineItem? Baseline,
    decimal? Tolerance,
    int? Task,
    [property: JsonPropertyName("signed")] SignatureItem? Signature,
    LightItem Light)
{
    internal static readonly IReadOnlyList<CsvColumn<TargetItem>> Columns =
    [
        new("id", t => t.Id),
        .. FigureItem.Columns.Select(c => new CsvColumn<TargetItem>($"figure.{c.Name}", t => c.Value(t.Figure))),
        new("owner", t => t.Owner),
        new("person", t => t.Person),
        new("baseline.period", t => t.Baseline?.Period),
        new("baseline.value", t => t.Baseline?.Value),
        new("tolerance", t => t.Tolerance.Cell()),
        new("task", t => t.Task.Cell()),
        new("signed.by", t => t.Signature?.By),
        new("signed.at", t => t.Signature?.At.Cell()),
        .. LightItem.Columns.Select(c => new CsvColumn<TargetItem>($"light.{c.Name}", t => c.Value(t.Light))),
    ];
}
