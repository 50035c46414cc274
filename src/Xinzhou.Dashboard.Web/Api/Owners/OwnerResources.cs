using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Owners;

/// <summary>What has no live owner, for those who see notices: they are among it, and accounts decide on it.</summary>
public sealed class OwnerResources(WorkingDays days)
{
    private static readonly ListShape<MissingOwnerItem> Shape = new(ApiJson.Default.PageMissingOwnerItem, MissingOwnerItem.Columns);

    private static readonly Parameter Kind = new("kind", "What has no live owner.")
    { Repeatable = true, Allowed = Code.All<OwnedKind>(), IsFilter = true };

    private static readonly Parameter Reason = new("reason", "Why it has none.")
    { Repeatable = true, Allowed = Code.All<OwnerGap>(), IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("owners/missing", "Supervision",
            "Targets, tasks, work items and open notices without a live owner (责任未落实): no unit or person named, the unit dissolved, the person's account "
            + "disabled or of another unit; a reporter sees those of his unit.",
            [.. Parameters.Lists, Kind, Reason], typeof(Page<MissingOwnerItem>), List)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
    ];

    private Answer? List(ReadRequest request)
    {
        var (kinds, reasons) = (request.Query.Codes<OwnedKind>(Kind), request.Query.Codes<OwnerGap>(Reason));
        if (request.Query.Faults.Count > 0) return null;
        var notices = request.Snapshot.Notices.At(request.AsOf, days);
        var found = OwnershipReport.Of(request.Plan, request.Lights, notices, request.Snapshot.Accounts).Missing
            .Where(m => !request.Viewer.IsOneUnit || (m.Unit is not null && m.Unit == request.Viewer.Department))
            .Where(m => kinds is null || kinds.Contains(m.Kind))
            .Where(m => reasons is null || reasons.Contains(m.Gap))
            .Index();
        return Answers.List(
            request, found, m => m.Index, m => MissingOwnerItem.Of(m.Item, NameOf(m.Item, request, notices), request.Plan.DepartmentName), Shape);
    }

    private static string NameOf(MissingOwner missing, ReadRequest request, IEnumerable<Notice> notices) => LightSubject.Parse(missing.Subject) switch
    {
        { Kind: LightSubjectKind.Task } of => request.Plan.Task((int)of.Number)?.Title,
        { Kind: LightSubjectKind.Item } of => request.Plan.Task((int)of.Number)?.WorkItems.FirstOrDefault(i => i.Number == of.Part)?.Text,
        { } of => request.Lights.Find(of)?.Inputs is TargetInputs { Target: var target } ? $"{Names.Of(target.Series.Indicator)} {Names.Period(target)}" : null,
        null => notices.FirstOrDefault(n => missing.Subject == $"supervision/{n.Assignment.Number}")?.Assignment.Subject,
    } ?? "";
}
