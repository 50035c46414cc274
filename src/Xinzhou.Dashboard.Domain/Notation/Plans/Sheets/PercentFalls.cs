using System.Globalization;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>Remarks on progress that is lower than what was reported of the quarter before, be it held or in the same file.</summary>
internal static class PercentFalls
{
    /// <param name="plan">The plan as known.</param>
    /// <param name="read">What the file says of progress, and what it calls the column of the percent.</param>
    public static IEnumerable<PlanFault> Of(CityPlan plan, IEnumerable<(PlanDraft Draft, string Head)> read)
    {
        foreach (var item in read.GroupBy(p => Said(p.Draft) is var said ? (said.Task, said.Item) : default))
        {
            var quarters = new SortedDictionary<(int, int), (ProgressStatement Said, PlanDraft? Draft, string Head)>();
            foreach (var held in plan.Task(item.Key.Task)?.WorkItems.FirstOrDefault(i => i.Number == item.Key.Item)?.Progress ?? [])
            {
                quarters[(held.Quarter.Year, held.Quarter.Number)] = (held, null, "");
            }

            foreach (var (draft, head) in item)
            {
                quarters[(Said(draft).Quarter.Year, Said(draft).Quarter.Number)] = (Said(draft), draft, head);
            }

            foreach (var (earlier, later) in quarters.Values.Zip(quarters.Values.Skip(1)))
            {
                if (later.Said.Percent >= earlier.Said.Percent)
                {
                    continue;
                }

                if (later.Draft is { } fell)
                {
                    yield return Remark(fell, later.Head, FaultReason.PercentFell, later.Said, earlier.Said);
                }
                else if (earlier.Draft is { } above)
                {
                    yield return Remark(above, earlier.Head, FaultReason.PercentAboveLater, earlier.Said, later.Said);
                }
            }
        }
    }

    private static ProgressStatement Said(PlanDraft draft) => (ProgressStatement)draft.Statement;

    private static PlanFault Remark(PlanDraft draft, string head, FaultReason reason, ProgressStatement said, ProgressStatement other) =>
        new(draft.SheetName, new(draft.Line, head, reason, Text(said.Percent), Text(other.Percent), other.Quarter.Code));

    private static string Text(decimal percent) => percent.ToString(CultureInfo.InvariantCulture);
}
