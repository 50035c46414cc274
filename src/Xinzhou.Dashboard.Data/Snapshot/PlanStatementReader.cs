using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Plan;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads what is said of the plan. What is not understood is left out.</summary>
internal static class PlanStatementReader
{
    /// <param name="context">The context.</param>
    /// <param name="after">Statements with a greater number are read.</param>
    /// <param name="leftOut">Counts what is left out; null where nobody asks.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The statements in the order of recording.</returns>
    public static async Task<IReadOnlyList<PlanStatement>> ReadAsync(
        DashboardContext context, long after, LeftOutRows? leftOut, CancellationToken cancellation)
    {
        var statements = new List<PlanStatement>();
        await AddAsync(context.TaskStatements.Where(s => s.Id > after), "task_statements");
        await AddAsync(context.WorkItemStatements.Where(s => s.Id > after), "work_item_statements");
        await AddAsync(context.ProgressStatements.Where(s => s.Id > after), "progress_statements");
        await AddAsync(context.CommitmentStatements.Where(s => s.Id > after), "commitment_statements");
        await AddAsync(context.OutcomeStatements.Where(s => s.Id > after), "outcome_statements");
        statements.Sort((one, other) => one.Origin.Id.CompareTo(other.Origin.Id));
        return statements;

        async Task AddAsync<T>(IQueryable<T> rows, string table) where T : PlanStatementEntity
        {
            foreach (var row in await KnownRows.ReadAsync(context, rows, table, leftOut, cancellation))
            {
                try
                {
                    statements.Add(row.Statement);
                }
                catch (FormatException unknown)
                {
                    leftOut?.Add(table, unknown.Message);
                }
            }
        }
    }
}
