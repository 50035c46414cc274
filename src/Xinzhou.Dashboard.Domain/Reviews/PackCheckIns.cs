using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What units reported and owe, as a pack holds it: acknowledged check-ins with the hashes of their files, and notices.</summary>
internal static class PackCheckIns
{
    /// <summary>The last acknowledged check-in of each work item and quarter; what nobody has looked at yet is no basis of a verdict.</summary>
    public static IReadOnlyList<CheckIn> Of(PackInputs inputs) =>
    [
        .. inputs.Plan.Tasks.SelectMany(t => t.WorkItems).Where(i => !i.IsWithdrawn)
            .SelectMany(i => inputs.CheckIns.Of(i.Task, i.Number, inputs.AsOf.Moment))
            .Where(c => c.State == CheckInState.Acknowledged)
            .OrderBy(c => c.Id),
    ];

    /// <summary>One check-in.</summary>
    public static JsonObject CheckIn(CheckIn checkIn) => new()
    {
        ["task"] = checkIn.Key.Task,
        ["item"] = checkIn.Key.Item,
        ["quarter"] = checkIn.Key.Quarter.Code,
        ["department"] = checkIn.Department,
        ["percent"] = PackText.Number(checkIn.Entry.Percent),
        ["done"] = checkIn.Entry.Done,
        ["next"] = checkIn.Entry.Next,
        ["obstacles"] = checkIn.Entry.Obstacles,
        ["by"] = checkIn.SentBy.Name,
        ["at"] = PackText.Moment(checkIn.SentAt),
        ["acknowledgedBy"] = checkIn.Decision?.By.Name,
        ["acknowledgedAt"] = checkIn.Decision is { } decision ? PackText.Moment(decision.At) : null,
        ["files"] = new JsonArray([.. checkIn.Evidence.Select(e => (JsonNode?)e.Hash)]),
    };

    /// <summary>The files that check-ins came with: by their hash, each once.</summary>
    public static IEnumerable<JsonObject> Files(IEnumerable<CheckIn> checkIns) =>
        checkIns.SelectMany(c => c.Evidence).DistinctBy(e => e.Hash).OrderBy(e => e.Hash, StringComparer.Ordinal).Select(e => new JsonObject
        {
            ["sha256"] = e.Hash,
            ["name"] = e.Name,
            ["size"] = e.Size,
        });

    /// <summary>One notice.</summary>
    public static JsonObject Notice(Notice notice) => new()
    {
        ["number"] = notice.Assignment.Number.Code,
        ["subject"] = notice.Assignment.Subject,
        ["grade"] = Code.Of(notice.Assignment.Grade),
        ["origin"] = Code.Of(notice.Assignment.Origin),
        ["reference"] = notice.Assignment.Reference,
        ["department"] = notice.Assignment.Lead,
        ["stage"] = Code.Of(notice.Stage),
        ["settle"] = PackText.Day(notice.Clock.Settle),
        ["late"] = notice.IsLate,
        ["assigned"] = PackText.Moment(notice.Assignment.At),
    };
}
