using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>
/// Fields that a statement takes away: empty in the plan, named in the column <c>cleared</c>, so that the columns themselves
/// hold what there is or nothing.
/// </summary>
internal static class ClearedFields
{
    public const string Aspect = "aspect";
    public const string Lead = "lead";
    public const string Owner = "owner";
    public const string Person = "person";
    public const string Quote = "quote";
    public const string Start = "start";
    public const string Due = "due";
    public const string Baseline = "baseline";
    public const string Task = "task";
    public const string Justification = "justification";
    public const string Achieved = "achieved";
    public const string Evidence = "evidence";

    /// <summary>The names of the fields that are taken away.</summary>
    public static string[] Names(params ReadOnlySpan<(string Name, bool IsCleared)> fields)
    {
        var names = new List<string>();
        foreach (var (name, isCleared) in fields)
        {
            if (isCleared) names.Add(name);
        }

        return [.. names];
    }

    /// <summary>The names of the fields of a commitment that are taken away.</summary>
    public static string[] NamesOf(CommitmentStatement said) => Names(
        (Owner, said.Owner is ""), (Person, said.Person is ""), (Baseline, said.Baseline is ""), (Task, said.Task is 0), (Justification, said.Justification is ""));

    /// <summary>What the column holds of a text.</summary>
    public static string? Kept(string? said) => said is "" ? null : said;

    /// <summary>True for a day that takes away the one before.</summary>
    public static bool IsCleared(PlanDay? said) => said is { Day: null, Text: null or "" };

    /// <summary>A text as the plan knows it: empty where it is taken away.</summary>
    public static string? Said(this string[] cleared, string name, string? kept) => cleared.Contains(name) ? "" : kept;

    /// <summary>A day as the plan knows it: without day and words where it is taken away.</summary>
    public static PlanDay? Said(this string[] cleared, string name, DateOnly? day, string? text) =>
        cleared.Contains(name) || day is not null || text is not null ? new(day, text) : null;
}
