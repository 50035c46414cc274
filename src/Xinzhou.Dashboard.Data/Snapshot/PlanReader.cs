using System.Text.Json;
using Npgsql;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads the plan.</summary>
internal static class PlanReader
{
    public static async Task<CityPlan> ReadAsync(NpgsqlConnection connection, CancellationToken cancellation)
    {
        var initiatives = (await connection.ListAsync(
            """SELECT dimension_code, code, "order", name, name_en, quote, members_stated, note FROM initiatives ORDER BY "order" """,
            r => (Dimension: r.GetString(0), Initiative: new Initiative
            {
                Code = r.GetString(1),
                Order = r.GetInt32(2),
                Name = r.GetString(3),
                NameEn = r.TextOrNull(4),
                Quote = r.GetString(5),
                MembersStated = r.GetBoolean(6),
                Note = r.TextOrNull(7),
            }), cancellation)).ToLookup(i => i.Dimension, i => i.Initiative);
        var workItems = (await connection.ListAsync(
            """SELECT task_number, "order", text FROM work_items ORDER BY "order" """,
            r => (Task: r.GetInt32(0), Item: new WorkItem(r.GetInt32(1), r.GetString(2))), cancellation)).ToLookup(i => i.Task, i => i.Item);
        var notes = (await connection.ListAsync(
            """SELECT kind, text FROM plan_notes ORDER BY "order" """,
            r => (Kind: r.GetString(0), Text: r.GetString(1)), cancellation)).ToLookup(n => n.Kind, n => n.Text);

        return new CityPlan
        {
            Source = (await connection.ListAsync(
                """SELECT title, "column", authors, policy, adopted, adopted_by, adopted_year_inferred FROM plan_source""",
                r => new PlanSource
                {
                    Title = r.GetString(0),
                    Column = r.TextOrNull(1),
                    Authors = r.GetFieldValue<string[]>(2),
                    Policy = r.GetString(3),
                    Adopted = r.TextOrNull(4),
                    AdoptedBy = r.TextOrNull(5),
                    AdoptedYearInferred = r.IntegerOrNull(6),
                }, cancellation)).SingleOrDefault(),
            Dimensions = await connection.ListAsync(
                """SELECT code, "order", name, full_name, name_en, heading, quote, principle, goal FROM dimensions ORDER BY "order" """,
                r => new Dimension
                {
                    Code = r.GetString(0),
                    Order = r.GetInt32(1),
                    Name = r.GetString(2),
                    FullName = r.GetString(3),
                    NameEn = r.TextOrNull(4),
                    Heading = r.GetString(5),
                    Quote = r.TextOrNull(6),
                    Principle = r.TextOrNull(7),
                    Goal = r.TextOrNull(8),
                    Initiatives = [.. initiatives[r.GetString(0)]],
                }, cancellation),
            Aspects = await connection.ListAsync(
                """SELECT code, "order", title, title_status, task_count FROM aspects ORDER BY "order" """,
                r => new Aspect
                {
                    Code = r.GetString(0),
                    Order = r.GetInt32(1),
                    Title = r.TextOrNull(2),
                    TitleStatus = StatusCodes.Parse(r.GetString(3)),
                    TaskCount = r.IntegerOrNull(4),
                }, cancellation),
            Tasks = await connection.ListAsync(
                """
                SELECT number, number_status, title, title_status, content_status, dimension_code, dimension_status, aspect_code, quote
                FROM key_tasks ORDER BY number
                """,
                r => new KeyTask
                {
                    Number = r.GetInt32(0),
                    NumberStatus = StatusCodes.Parse(r.GetString(1)),
                    Title = r.GetString(2),
                    TitleStatus = StatusCodes.Parse(r.GetString(3)),
                    ContentStatus = StatusCodes.Parse(r.GetString(4)),
                    Dimension = r.GetString(5),
                    DimensionStatus = StatusCodes.Parse(r.GetString(6)),
                    Aspect = r.TextOrNull(7),
                    Quote = r.TextOrNull(8),
                    WorkItems = [.. workItems[r.GetInt32(0)]],
                }, cancellation),
            Milestones = await connection.ListAsync(
                "SELECT year, goal, quote, quantified FROM milestones ORDER BY year",
                r => new Milestone
                {
                    Year = r.GetInt32(0),
                    Goal = r.GetString(1),
                    Quote = r.TextOrNull(2),
                    Quantified = r.GetBoolean(3),
                }, cancellation),
            Programmes = await connection.ListAsync(
                """SELECT code, "order", name, name_en, quote, members, counts::text, members_stated, note FROM programmes ORDER BY "order" """,
                r => new Programme
                {
                    Code = r.GetString(0),
                    Order = r.GetInt32(1),
                    Name = r.GetString(2),
                    NameEn = r.TextOrNull(3),
                    Quote = r.GetString(4),
                    Members = r.GetFieldValue<string[]>(5),
                    Counts = JsonSerializer.Deserialize<Dictionary<string, int>>(r.GetString(6))!,
                    MembersStated = r.GetBoolean(7),
                    Note = r.TextOrNull(8),
                }, cancellation),
            Accountability = await connection.ListAsync(
                """SELECT code, "order", name, name_en, quote, "group" FROM accountability_mechanisms ORDER BY "order" """,
                r => new AccountabilityMechanism
                {
                    Code = r.GetString(0),
                    Order = r.GetInt32(1),
                    Name = r.GetString(2),
                    NameEn = r.TextOrNull(3),
                    Quote = r.GetString(4),
                    Group = r.GetString(5),
                }, cancellation),
            Departments = await connection.ListAsync(
                """SELECT code, name, "order" FROM departments ORDER BY "order", code""",
                r => new Department(r.GetString(0), r.GetString(1), r.GetInt32(2)), cancellation),
            NotStated = [.. notes["not_stated"]],
            Ambiguities = [.. notes["ambiguity"]],
        };
    }
}
