using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Writes the plan as rows of its file, which <see cref="PlanTableReader"/> reads back without anything new.</summary>
public static class PlanRows
{
    /// <summary>The rows of a sheet, each as many cells as <see cref="PlanColumns.Of"/> has columns.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="book">Everything that was said of the plan.</param>
    /// <param name="asOf">The moment whose plan is written.</param>
    /// <param name="catalogue">The names of indicators and statistical units.</param>
    public static IReadOnlyList<IReadOnlyList<string>> Of(PlanSheet sheet, PlanBook book, AsOf asOf, Catalogue catalogue) => throw new NotImplementedException();
}
