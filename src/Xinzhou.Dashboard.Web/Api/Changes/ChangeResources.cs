using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Changes;

/// <summary>What changed between two moments, and why.</summary>
public sealed class ChangeResources(ChangeWords words, WorkingDays days)
{
    private static readonly ListShape<ChangeItem> Shape = new(ApiJson.Default.PageChangeItem, ChangeItem.Columns);

    private static readonly Parameter From = new("from",
        "The earlier moment, read as asOf is: what was known at it is not new. Default: the end of the last quarter that was over at the later one.")
    { Example = "2023-06-30", IsFilter = true };

    private static readonly Parameter To = new("to", "The later moment, read as asOf is and not later than it. Default: that of the answer.")
    { Example = "2023-09-30", IsFilter = true };

    private static readonly Parameter Kind = new("kind", "What is otherwise.")
    { Repeatable = true, Allowed = Code.All<ChangeKind>(), IsFilter = true };

    public IEnumerable<ReadResource> All =>
    [
        new("changes", "Plan",
            "What changed between two moments (变化): lights that turned, each with its cause, figures revised and withdrawn, targets, work items and owners; "
            + "notices for those who see them. By clock=recorded: what this installation held at each.",
            [.. Parameters.Lists, From, To, Kind], typeof(Page<ChangeItem>), List)
        { CarriesLights = true, HasNotices = true },
    ];

    private Answer? List(ReadRequest request)
    {
        var kinds = request.Query.Codes<ChangeKind>(Kind);
        var until = Moment(request, To) ?? request.AsOf.Moment;
        if (until > request.AsOf.Moment && request.Query.One(Parameters.AsOf) is not null) Refuse(request, To, $"≤ {Instants.Written(request.AsOf.Moment)}");
        var since = Moment(request, From) ?? QuarterBefore(until);
        if (since > until) Refuse(request, From, $"≤ {Instants.Written(until)}");
        if (request.Query.Faults.Count > 0) return null;

        var list = ChangeList.Between(request.Snapshot.Knowledge, since, request.AsOf with { Moment = until }, days);
        var found = words.Lines(list, request.Plan, n => IsSeen(request, n)).Where(l => kinds is null || kinds.Contains(l.Kind)).Index();
        return Answers.List(request, found, l => l.Index, l => ChangeItem.Of(l.Item, words, list.After), Shape);
    }

    /// <summary>A moment as it is given; null where none is, or it cannot be read.</summary>
    private static DateTimeOffset? Moment(ReadRequest request, Parameter parameter)
    {
        if (request.Query.One(parameter) is not { } text) return null;
        // What is today now is the moment of the answer.
        var reading = AsOfReading.Read(text, null, request.Now);
        switch (text.Length == 0 ? AsOfFault.Unreadable : reading.Fault)
        {
            case null:
                return reading.Past?.Moment ?? request.AsOf.Moment;
            case AsOfFault.Future:
                request.Query.Fault(parameter.Name, ProblemCode.FutureAsOf, text, $"≤ {Instants.Written(request.Now)}");
                return null;
            default:
                request.Query.Fault(parameter.Name, ProblemCode.InvalidAsOf, text, "YYYY-MM-DD | YYYY-MM-DDThh:mm:ss+08:00");
                return null;
        }
    }

    private static void Refuse(ReadRequest request, Parameter parameter, string expected) =>
        request.Query.Fault(parameter.Name, ProblemCode.InvalidValue, request.Query.One(parameter) ?? "", expected);

    private static DateTimeOffset QuarterBefore(DateTimeOffset moment) =>
        Quarter.Of(Shanghai.DayOf(moment)) is var quarter && quarter is { Year: 1, Number: 1 } ? DateTimeOffset.MinValue : Shanghai.EndOf(quarter.Previous.LastDay);

    private static bool IsSeen(ReadRequest request, Notice notice) =>
        request.Viewer.SeesNotices && (!request.Viewer.IsOneUnit || notice.Concerns(request.Viewer.Department));
}
