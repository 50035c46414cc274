using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Supervision;

/// <summary>The notices, for roles that see returns and for tokens of such a role with the scope <c>supervision</c>.</summary>
public sealed class NoticeResources(WorkingDays days, IStringLocalizer<ApiText> text)
{
    private const string Group = "Supervision";

    private static readonly ListShape<NoticeItem> Shape = new(ApiJson.Default.PageNoticeItem, NoticeItem.Columns);

    private static readonly Parameter Department = new("department", "Code or exact name of the unit that leads.")
    { Repeatable = true, IsFilter = true };

    private static readonly Parameter Stage = new("stage", "How far it is.")
    { Repeatable = true, Allowed = Code.All<NoticeStage>(), IsFilter = true };

    private static readonly Parameter Grade = new("grade", "The grade.")
    { Repeatable = true, Allowed = Code.All<MatterGrade>(), IsFilter = true };

    private static readonly Parameter Late = new("late", "true: only those that are late.") { Allowed = ["true", "false"], Default = "false", IsFilter = true };

    private static readonly ListShape<CircularItem> CircularShape = new(ApiJson.Default.PageCircularItem, CircularItem.Columns);

    private static readonly Parameter Month = new("month", "The month, which has begun at the moment of the answer. Default: the month of that moment.")
    { Example = "2026-10", IsFilter = true };

    private static readonly Parameter By = new("by", "What the rows are of.")
    { Repeatable = true, Allowed = Code.All<CircularGroup>(), IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("supervision", Group, "The notices (督办单), in the order in which they were issued; a reporter sees those of his unit.",
            [.. Parameters.Lists, Department, Stage, Grade, Late], typeof(Page<NoticeItem>), List)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
        new("supervision/circular", Group,
            "The circular of a month (月度通报): what was issued, due, closed, late and open, in all, by unit and by grade, with the numbers of the notices "
            + "behind each count, as they stood when the month was over or stand while it lasts. A reporter sees what concerns his unit.",
            [.. Parameters.Lists, Month, By], typeof(Page<CircularItem>), Circular)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
        new("supervision/{number}", Group, "One notice: its steps, its clock, what was granted.", Parameters.Always, typeof(NoticeItem), One)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
    ];

    private Answer? List(ReadRequest request)
    {
        var query = request.Query;
        var departments = query.Entries(
            Department, text["Expected.Department"].Value, t => request.Plan.Department(t)?.Code);
        var (stages, grades, late) = (query.Codes<NoticeStage>(Stage), query.Codes<MatterGrade>(Grade), query.Flag(Late));
        if (query.Faults.Count > 0) return null;
        var found = request.Snapshot.Notices.At(request.AsOf, days)
            .Where(n => IsSeen(request, n))
            .Where(n => departments is null || departments.Contains(n.Assignment.Lead))
            .Where(n => stages is null || stages.Contains(n.Stage))
            .Where(n => grades is null || grades.Contains(n.Assignment.Grade))
            .Where(n => !late || n.IsLate)
            .Index();
        return Answers.List(request, found, n => n.Index, n => NoticeItem.Of(n.Item, request.Plan.DepartmentName), Shape);
    }

    private Answer? Circular(ReadRequest request)
    {
        var (groups, asked, today) = (request.Query.Codes<CircularGroup>(By), request.Query.One(Month), Shanghai.DayOf(request.AsOf.Moment));
        var first = asked is null ? MonthlyCircular.FirstOf(today) : MonthlyCircular.ReadBegun(asked, today);
        if (first is null) request.Query.Fault(Month.Name, ProblemCode.InvalidValue, asked!, $"YYYY-MM, ≤ {MonthlyCircular.Written(today)}");
        if (first is not { } month || request.Query.Faults.Count > 0) return null;
        var circular = MonthlyCircular.Of(request.Snapshot.Notices, month, request.AsOf, days, n => IsSeen(request, n));
        var found = circular.Rows.Where(r => groups is null || groups.Contains(r.Group)).Index();
        return Answers.List(request, found, r => r.Index, r => CircularItem.Of(circular, r.Item, request.Plan.DepartmentName), CircularShape);
    }

    private Answer? One(ReadRequest request) =>
        NoticeNumber.Parse(request.Route("number")) is { } number
        && request.Snapshot.Notices.Find(number, request.AsOf, days) is { } notice && IsSeen(request, notice)
            ? Answers.One(request, NoticeItem.Of(notice, request.Plan.DepartmentName), ApiJson.Default.NoticeItem, NoticeItem.Columns)
            : null;

    private static bool IsSeen(ReadRequest request, Notice notice) => !request.Viewer.IsOneUnit || notice.Concerns(request.Viewer.Department);
}
