using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// Adds what a file says of the plan to what is held: entries that are missing, and details that are not known yet. What is
/// held is never replaced, for it may be the official wording by now; a file that adds nothing writes nothing.
/// </summary>
internal sealed class PlanStore(NpgsqlConnection connection) : IAsyncDisposable
{
    private readonly NpgsqlBatch _batch = new(connection);

    /// <summary>Adds to the plan, in the caller's transaction.</summary>
    /// <returns>The number of entries added or completed.</returns>
    public async Task<int> AddAsync(CityPlan plan, CancellationToken cancellation)
    {
        var held = await PlanReader.ReadAsync(connection, cancellation);
        if (held.Source is null && plan.Source is { } source)
        {
            Add(
                """
                INSERT INTO plan_source (title, "column", authors, policy, adopted, adopted_by, adopted_year_inferred)
                VALUES ($1, $2, $3, $4, $5, $6, $7)
                """,
                source.Title, source.Column, source.Authors.ToArray(), source.Policy, source.Adopted, source.AdoptedBy, source.AdoptedYearInferred);
        }

        AddDimensions(plan.Dimensions, held);
        AddAspectsAndTasks(plan, held);
        AddMilestones(plan.Milestones, held);
        AddProgrammes(plan, held);
        AddNotes("not_stated", plan.NotStated, held.NotStated);
        AddNotes("ambiguity", plan.Ambiguities, held.Ambiguities);

        var added = _batch.BatchCommands.Count;
        if (added > 0)
        {
            await _batch.ExecuteNonQueryAsync(cancellation);
        }

        return added;
    }

    public ValueTask DisposeAsync() => _batch.DisposeAsync();

    /// <summary>The number of entries that a plan has.</summary>
    public static int CountOf(CityPlan plan) =>
        (plan.Source is null ? 0 : 1) + plan.Dimensions.Count + plan.Dimensions.Sum(d => d.Initiatives.Count) + plan.Aspects.Count
        + plan.Tasks.Count + plan.Milestones.Count + plan.Programmes.Count + plan.Accountability.Count + plan.NotStated.Count
        + plan.Ambiguities.Count;

    private void AddDimensions(IEnumerable<Dimension> dimensions, CityPlan held)
    {
        foreach (var dimension in dimensions)
        {
            var known = held.Dimensions.FirstOrDefault(d => d.Code == dimension.Code);
            if (known is null)
            {
                Add(
                    """
                    INSERT INTO dimensions (code, "order", name, full_name, name_en, heading, quote, principle, goal)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                    """,
                    dimension.Code, dimension.Order, dimension.Name, dimension.FullName, dimension.NameEn, dimension.Heading,
                    dimension.Quote, dimension.Principle, dimension.Goal);
            }
            else if (Completes(known.NameEn, dimension.NameEn) || Completes(known.Quote, dimension.Quote)
                || Completes(known.Principle, dimension.Principle) || Completes(known.Goal, dimension.Goal))
            {
                Add(
                    """
                    UPDATE dimensions SET name_en = coalesce(name_en, $2), quote = coalesce(quote, $3),
                        principle = coalesce(principle, $4), goal = coalesce(goal, $5) WHERE code = $1
                    """,
                    dimension.Code, dimension.NameEn, dimension.Quote, dimension.Principle, dimension.Goal);
            }

            foreach (var initiative in dimension.Initiatives.Where(i => known?.Initiatives.Any(k => k.Code == i.Code) != true))
            {
                Add(
                    """
                    INSERT INTO initiatives (dimension_code, code, "order", name, name_en, quote, members_stated, note)
                    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
                    """,
                    dimension.Code, initiative.Code, initiative.Order, initiative.Name, initiative.NameEn, initiative.Quote,
                    initiative.MembersStated, initiative.Note);
            }
        }
    }

    private void AddAspectsAndTasks(CityPlan plan, CityPlan held)
    {
        foreach (var aspect in plan.Aspects.Where(a => held.Aspects.All(k => k.Code != a.Code)))
        {
            Add(
                """INSERT INTO aspects (code, "order", title, title_status, task_count) VALUES ($1, $2, $3, $4, $5)""",
                aspect.Code, aspect.Order, aspect.Title, aspect.TitleStatus.Written(), aspect.TaskCount);
        }

        foreach (var task in plan.Tasks.Where(t => held.Task(t.Number) is null))
        {
            Add(
                """
                INSERT INTO key_tasks (number, number_status, title, title_status, content_status, dimension_code, dimension_status,
                    aspect_code, quote) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
                """,
                task.Number, task.NumberStatus.Written(), task.Title, task.TitleStatus.Written(), task.ContentStatus.Written(),
                task.Dimension, task.DimensionStatus.Written(), task.Aspect, task.Quote);
            foreach (var item in task.WorkItems)
            {
                Add("""INSERT INTO work_items (task_number, "order", text) VALUES ($1, $2, $3)""", task.Number, item.Order, item.Text);
            }
        }
    }

    private void AddMilestones(IEnumerable<Milestone> milestones, CityPlan held)
    {
        foreach (var milestone in milestones)
        {
            var known = held.Milestones.FirstOrDefault(m => m.Year == milestone.Year);
            if (known is null)
            {
                Add(
                    "INSERT INTO milestones (year, goal, quote, quantified) VALUES ($1, $2, $3, $4)",
                    milestone.Year, milestone.Goal, milestone.Quote, milestone.Quantified);
            }
            else if (Completes(known.Quote, milestone.Quote))
            {
                Add("UPDATE milestones SET quote = $2 WHERE year = $1", milestone.Year, milestone.Quote);
            }
        }
    }

    private void AddProgrammes(CityPlan plan, CityPlan held)
    {
        foreach (var programme in plan.Programmes.Where(p => held.Programmes.All(k => k.Code != p.Code)))
        {
            Add(
                """
                INSERT INTO programmes (code, "order", name, name_en, quote, members, counts, members_stated, note)
                VALUES ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9)
                """,
                programme.Code, programme.Order, programme.Name, programme.NameEn, programme.Quote, programme.Members.ToArray(),
                JsonSerializer.Serialize(programme.Counts), programme.MembersStated, programme.Note);
        }

        foreach (var mechanism in plan.Accountability.Where(a => held.Accountability.All(k => k.Code != a.Code)))
        {
            Add(
                """
                INSERT INTO accountability_mechanisms (code, "order", name, name_en, quote, "group")
                VALUES ($1, $2, $3, $4, $5, $6)
                """,
                mechanism.Code, mechanism.Order, mechanism.Name, mechanism.NameEn, mechanism.Quote, mechanism.Group);
        }
    }

    private void AddNotes(string kind, IReadOnlyList<string> notes, IReadOnlyList<string> held)
    {
        var order = held.Count;
        foreach (var note in notes.Where(n => !held.Contains(n)))
        {
            Add("""INSERT INTO plan_notes (kind, "order", text) VALUES ($1, $2, $3)""", kind, ++order, note);
        }
    }

    private static bool Completes(string? held, string? read) => held is null && read is not null;

    private void Add(string sql, params object?[] values)
    {
        var command = _batch.CreateBatchCommand();
        command.CommandText = sql;
        foreach (var value in values)
        {
            command.Parameters.Add(value is null
                ? new() { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Unknown }
                : new() { Value = value });
        }

        _batch.BatchCommands.Add(command);
    }
}
