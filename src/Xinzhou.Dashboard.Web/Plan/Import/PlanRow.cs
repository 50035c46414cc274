using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Work;

namespace Xinzhou.Dashboard.Web.Plan.Import;

/// <summary>A row of the plan's file in words.</summary>
/// <param name="Sheet">What the file calls the sheet.</param>
/// <param name="Line">Its line there.</param>
/// <param name="Kind">What it is beside what is held.</param>
/// <param name="Subject">What it speaks of.</param>
/// <param name="Differences">What it says otherwise than what is held; of something new everything.</param>
public sealed record PlanRow(string Sheet, int Line, PlanChangeKind Kind, string Subject, IReadOnlyList<FieldDifference> Differences)
{
    /// <summary>The rows of a file.</summary>
    /// <param name="report">What would become of them.</param>
    /// <param name="book">What is held.</param>
    /// <param name="words">The words.</param>
    public static IReadOnlyList<PlanRow> Of(PlanImportReport report, PlanBook book, PlanWords words)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(book);
        ArgumentNullException.ThrowIfNull(words);
        // Each row beside what was known from its own moment, as it was compared; departments that are only to come are named too.
        var plans = new Dictionary<DateTimeOffset, CityPlan>();
        return [.. report.Outcomes.Select(Row)];

        PlanRow Row(PlanRowOutcome outcome)
        {
            var said = outcome.Draft.Statement;
            if (!plans.TryGetValue(said.Origin.KnownFrom, out var plan))
            {
                plan = book.At(new(said.Origin.KnownFrom));
                plans.Add(said.Origin.KnownFrom, plan = plan with { Departments = [.. plan.Departments, .. report.NewDepartments] });
            }

            return new(
                outcome.Draft.SheetName, outcome.Draft.Line, outcome.Kind, words.Subject(said),
                outcome.Kind == PlanChangeKind.Unchanged ? [] : words.Differences(said, plan));
        }
    }
}
