using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;
using Xinzhou.Dashboard.Web.Api.Catalogue;
using Xinzhou.Dashboard.Web.Api.Figures;
using Xinzhou.Dashboard.Web.Api.Lights;
using Xinzhou.Dashboard.Web.Api.Plan;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Targets;

/// <summary>The targets that are shown, in the order of figures.</summary>
public sealed class TargetResources(FigureShaper figures, LightShaper lights, IStringLocalizer<ApiText> text)
{
    private static readonly ListShape<TargetItem> Shape = new(ApiJson.Default.PageTargetItem, TargetItem.Columns);

    private static readonly Parameter Year = new("year", "The year of the target; of a span the last.")
    { Repeatable = true, Example = "2027", IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("targets", "Plan", "The targets (目标): who owes them, from which base they are counted, and how they stand.",
            [.. Parameters.Lists, Parameters.Indicator, Parameters.Unit, Year, KeyTaskFilter.Task], typeof(Page<TargetItem>), List)
        { CarriesLights = true },
    ];

    private Answer? List(ReadRequest request)
    {
        var query = request.Query;
        var series = SeriesFilter.Read(request, text);
        var years = query.Set<int>(Year, ProblemCode.InvalidValue, text["Expected.Year"].Value, t => t.Length == 4 ? ReadRequest.NumberOf(t) : null);
        var tasks = KeyTaskFilter.Read(request, text);
        if (query.Faults.Count > 0) return null;

        var board = request.Lights;
        var found = board.Targets
            .Where(t => series.Accepts(t.Figure.Series))
            .Where(t => years is null || ((t.Year ?? t.Figure.Period.End?.Year) is { } year && years.Contains(year)))
            .Where(t => tasks is null || (t.Commitment?.Task is { } task && tasks.Contains(task)))
            .Index();
        return Answers.List(request, found, t => t.Index, t => Item(request, t.Item, board), Shape);
    }

    private TargetItem Item(ReadRequest request, AssessedTarget target, LightBoard board)
    {
        var (figure, commitment) = (target.Figure, target.Commitment);
        return new(
            figure.Key,
            figures.Shape(request, figure),
            commitment?.Owner is { } owner ? request.Plan.DepartmentName(owner) : null,
            commitment?.Person,
            commitment?.Baseline is { } baseline ? new(baseline, BaselineValue(request, target)) : null,
            commitment?.Tolerance ?? (target.Light.Inputs as TargetInputs)?.Tolerance,
            commitment?.Task,
            SignatureOf(request, target),
            lights.Shape(target.Light, board));
    }

    /// <summary>Of the commitment as it stands at the moment: one that was signed before it was changed is signed no more.</summary>
    private static SignatureItem? SignatureOf(ReadRequest request, AssessedTarget target) =>
        target.Commitment is { } commitment && request.Snapshot.Pledges.SignatureUnder(TargetTerms.Of(target.Figure, commitment), request.AsOf) is { } signature
            ? new(signature.By, signature.At)
            : null;

    private static string? BaselineValue(ReadRequest request, AssessedTarget target) => target.Commitment?.BaselineYear is { } year
        ? TargetBaseline.Of(target.Figure, year, request.View)?.Value.ToString(CultureInfo.InvariantCulture)
        : null;
}
