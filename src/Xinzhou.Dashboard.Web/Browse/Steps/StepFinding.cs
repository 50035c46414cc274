using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Steps;

/// <summary>
/// What the step drawing finds, in a sentence made by rule from counts: where the city stands on the stairs, what of the
/// steps behind is not accounted for, and how many tasks have no target; or, once tasks wear lights, first of all which.
/// </summary>
public static class StepFinding
{
    // The worst first; those that nobody can judge come last: a sentence begins with what there is to say.
    private static readonly LightColour[] Order = [LightColour.Red, LightColour.Amber, LightColour.Blue, LightColour.Green, LightColour.Grey];

    /// <summary>正走第三级台阶：前两级未交账，39项任务的目标都未录入.</summary>
    /// <param name="stairs">The steps, seen from the day.</param>
    /// <param name="counts">What is entered of the plan.</param>
    /// <param name="text">The words of <see cref="StepWords"/>.</param>
    public static string Of(Stairs stairs, PlanCounts counts, IStringLocalizer<StepWords> text)
    {
        ArgumentNullException.ThrowIfNull(stairs);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(text);
        string[] findings = [.. new[] { Accounts(stairs, counts, text), Targets(counts, text) }.OfType<string>()];
        var position = Position(stairs, text);
        return findings.Length == 0 ? position : text["Sentence", position, string.Join(text["Joiner"], findings)];
    }

    /// <summary>
    /// 39项任务中红灯5项、绿灯12项、灰灯22项；正走第三级台阶：前两级未交账. While all lights are grey nothing is said of them: the same as
    /// without.
    /// </summary>
    /// <param name="stairs">The steps, seen from the day.</param>
    /// <param name="counts">What is entered of the plan.</param>
    /// <param name="lights">The lights of the tasks.</param>
    /// <param name="text">The words of <see cref="StepWords"/>.</param>
    public static string Of(Stairs stairs, PlanCounts counts, LightCounts lights, IStringLocalizer<StepWords> text)
    {
        ArgumentNullException.ThrowIfNull(stairs);
        ArgumentNullException.ThrowIfNull(counts);
        ArgumentNullException.ThrowIfNull(text);
        if (lights.All == lights.Grey) return Of(stairs, counts, text);
        var position = Position(stairs, text);
        var where = Accounts(stairs, counts, text) is { } accounts ? text["Sentence", position, accounts].Value : position;
        var colours = Order.Where(c => c == LightColour.Red || lights[c] > 0).Select(c => text[lights[c] == 0 ? "NoRed" : $"Count{c}", lights[c]].Value);
        return text["LightsFirst", lights.All, string.Join(text["ListComma"], colours), where];
    }

    /// <summary>第三, third.</summary>
    public static string Ordinal(int order, IStringLocalizer<StepWords> text) => Word(order, text["Ordinals"]);

    /// <summary>七, seven; 两 for 2.</summary>
    public static string Number(int number, IStringLocalizer<StepWords> text) => Word(number, text["Numbers"]);

    private static string Position(Stairs stairs, IStringLocalizer<StepWords> text) => stairs switch
    {
        { Steps.Count: 0 } => text["NoSteps"],
        { Current: null } => text["AllDue", Number(stairs.Steps.Count, text)],
        { HasBegun: false } => text["NotBegun"],
        { Current: { DaysLeft: 0 } step } => text["DueToday", Ordinal(step.Order, text)],
        { Current: { } step } => text["On", Ordinal(step.Order, text)],
    };

    private static string? Accounts(Stairs stairs, PlanCounts counts, IStringLocalizer<StepWords> text)
    {
        var (due, open) = (counts.MilestonesDue, counts.MilestonesDue - counts.MilestonesSigned);
        return (due, open) switch
        {
            (0, _) => null,
            _ when stairs.Current is null && open == due => text["NoneSigned"].Value,
            (1, 1) => text["FirstOpen"].Value,
            (1, 0) => text["FirstSigned"].Value,
            (_, 0) => text["DueSigned", Number(due, text)].Value,
            _ when open == due => text["DueOpen", Number(due, text)].Value,
            _ => text["SomeOpen", Number(due, text), Number(open, text)].Value,
        };
    }

    private static string? Targets(PlanCounts counts, IStringLocalizer<StepWords> text)
    {
        var missing = counts.Tasks - counts.WithTarget;
        return counts.Tasks == 0 ? null
            : missing == 0 ? text["AllTargets", counts.Tasks].Value
            : missing == counts.Tasks ? text["NoTargets", counts.Tasks].Value
            : text["SomeTargets", counts.Tasks, missing].Value;
    }

    /// <summary>The number in words, where the language's list reaches that far.</summary>
    private static string Word(int number, string list)
    {
        var words = list.Split(',');
        return number >= 1 && number <= words.Length ? words[number - 1] : number.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
