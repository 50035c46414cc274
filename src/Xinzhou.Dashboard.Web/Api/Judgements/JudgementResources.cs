using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Web.Api.Plan;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Judgements;

/// <summary>
/// What the inspection office judges of key tasks, and what they may fail by: for roles that see returns, as on the pages, and for tokens of such a
/// role with the scope <c>supervision</c>.
/// </summary>
public sealed class JudgementResources(JudgementWords words, IStringLocalizer<ApiText> text)
{
    private const string Group = "Plan";

    private static readonly ListShape<JudgementItem> Judgements = new(ApiJson.Default.PageJudgementItem, JudgementItem.Columns);
    private static readonly ListShape<RiskItem> Risks = new(ApiJson.Default.PageRiskItem, RiskItem.Columns);

    private static readonly Parameter Differs = new("differs", "true: only where judgement and light differ.")
    { Allowed = ["true", "false"], Default = "false", IsFilter = true };

    private static readonly Parameter Kind = new("kind", "Whether it may happen, or others have to do something first.")
    { Repeatable = true, Allowed = Code.All<RiskKind>(), IsFilter = true };

    private static readonly Parameter Closed = new("closed", "true: those too that are none any more.")
    { Allowed = ["true", "false"], Default = "false", IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("judgements", Group, "The judged confidence (判断) of key tasks with its anchor text and reason, beside the light; the last of each task.",
            [.. Parameters.Lists, KeyTaskFilter.Task, Differs], typeof(Page<JudgementItem>), JudgementList)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
        new("risks", Group, "The risks and dependencies (风险与依赖) of key tasks: the last version of each, by task, the heaviest first.",
            [.. Parameters.Lists, KeyTaskFilter.Task, Kind, Closed], typeof(Page<RiskItem>), RiskList)
        { Right = Right.SeeReturns, Scope = TokenScope.Supervision },
    ];

    private Answer? JudgementList(ReadRequest request)
    {
        var (tasks, differs) = (KeyTaskFilter.Read(request, text), request.Query.Flag(Differs));
        if (request.Query.Faults.Count > 0) return null;
        var board = request.Lights;
        var found = Judgement.Standing(request.Snapshot.Judgements, request.AsOf).Values
            .Where(j => tasks?.Contains(j.Task) != false)
            .OrderBy(j => j.Task)
            .Select(j => JudgementItem.Of(j, board.Task(j.Task)?.Colour ?? LightColour.Grey, words))
            .Where(j => !differs || j.Differs != 0);
        return Answers.List(request, found, j => j.Task, j => j, Judgements);
    }

    private Answer? RiskList(ReadRequest request)
    {
        var (tasks, kinds, closed) = (KeyTaskFilter.Read(request, text), request.Query.Codes<RiskKind>(Kind), request.Query.Flag(Closed));
        if (request.Query.Faults.Count > 0) return null;
        var found = TaskRisk.Standing(request.Snapshot.Risks, request.AsOf)
            .Where(r => tasks?.Contains(r.Task) != false)
            .Where(r => kinds?.Contains(r.Entry.Kind) != false)
            .Where(r => closed || !r.Entry.IsClosed)
            .OrderBy(r => r.Task)
            .Index();
        return Answers.List(request, found, r => r.Index, r => RiskItem.Of(r.Item, request.Plan.DepartmentName), Risks);
    }
}
