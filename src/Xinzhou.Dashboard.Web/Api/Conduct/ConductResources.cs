using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;
using Xinzhou.Dashboard.Web.Conduct;

namespace Xinzhou.Dashboard.Web.Api.Conduct;

/// <summary>
/// How units did what they owed, for those who see notices and returns: the counts are of these. When returns were due and submitted is asked of the
/// database for each request.
/// </summary>
public sealed class ConductResources(IStringLocalizer<ApiText> text)
{
    private static readonly ListShape<ConductItem> Shape = new(ApiJson.Default.PageConductItem, ConductItem.Columns);

    private static readonly Parameter InQuarter = new("quarter", "The quarter, which has begun at the moment of the answer. Default: the last that is over then.")
    { Example = "2026-Q3", IsFilter = true };

    private static readonly Parameter Department = new("department", "Code or exact name of the unit.")
    { Repeatable = true, IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("conduct", "Supervision",
            "The conduct of units in a quarter (履职与考核): what fell due and was done in time, late, sent back and missed, with what each count counts; what is "
            + "latest first. A score only where an administrator has entered the rule. A reporter sees his unit's.",
            [.. Parameters.Lists, InQuarter, Department], typeof(Page<ConductItem>), ListAsync)
        { CarriesLights = true, Right = Right.SeeReturns, Scope = TokenScope.Supervision },
    ];

    private async Task<Answer?> ListAsync(HttpContext context, ReadRequest request)
    {
        var departments = request.Query.Entries(
            Department, text["Expected.Department"].Value, t => request.Plan.Department(t)?.Code);
        var today = Shanghai.DayOf(request.AsOf.Moment);
        var choice = QuarterChoice.Of(request.Query.One(InQuarter), today);
        if (choice.Refused is { } refused) request.Query.Fault(InQuarter.Name, ProblemCode.InvalidValue, refused, $"YYYY-Qn, ≤ {Quarter.Of(today).Code}");
        if (request.Query.Faults.Count > 0) return null;
        var reading = context.RequestServices.GetRequiredService<ConductReading>();
        var sheet = await reading.ReadAsync(request.Snapshot, choice.Quarter, request.AsOf, context.RequestAborted);
        var rule = AssessmentRuleVersion.Standing(request.Snapshot.AssessmentRules, request.AsOf)?.Rule;
        var found = sheet.Units
            .Where(u => !request.Viewer.IsOneUnit || u.Unit.Code == request.Viewer.Department)
            .Where(u => departments is null || departments.Contains(u.Unit.Code))
            .Index();
        return Answers.List(request, found, u => u.Index, u => ConductItem.Of(choice.Quarter, u.Item, rule), Shape);
    }
}
