using System.Text.Json;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>The plan as <c>plan.json</c> writes it: dimensions, aspects, key tasks and milestones.</summary>
internal static class PlanFile
{
    public static bool Recognises(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty("keyTasks", out _) && json.TryGetProperty("dimensions", out _);

    /// <exception cref="FormatException">A field has a value that is not understood.</exception>
    public static ImportDocument Read(JsonElement json) => new()
    {
        Table = new SourceTable(),
        Plan = new CityPlan
        {
            Source = Source(json.GetProperty("source")),
            Dimensions =
            [
                .. json.List("dimensions").Select(d => new Dimension
                {
                    Code = d.Text("code"),
                    Order = d.GetProperty("order").GetInt32(),
                    Name = d.Text("name"),
                    FullName = d.Text("fullName"),
                    Heading = d.Text("heading"),
                }),
            ],
            Aspects =
            [
                .. json.List("aspects").Select(a => new Aspect
                {
                    Code = a.Text("code"),
                    Order = a.GetProperty("order").GetInt32(),
                    Title = a.TextOrNull("title"),
                    TitleStatus = StatusCodes.Parse(a.Text("titleStatus")),
                    TaskCount = a.NumberOrNull("taskCount"),
                }),
            ],
            Tasks = [.. json.List("keyTasks").Select(Task)],
            Milestones =
            [
                .. json.List("milestones").Select(m => new Milestone { Year = m.GetProperty("year").GetInt32(), Goal = m.Text("goal") }),
            ],
        },
    };

    private static PlanSource Source(JsonElement json) => new()
    {
        Title = json.Text("title"),
        Column = json.TextOrNull("column"),
        Authors = json.Texts("authors"),
        Policy = json.Text("policy"),
        Adopted = json.TextOrNull("adopted"),
        AdoptedBy = json.TextOrNull("adoptedBy"),
        AdoptedYearInferred = json.NumberOrNull("adoptedYearInferred"),
    };

    private static KeyTask Task(JsonElement json) => new()
    {
        Number = json.GetProperty("number").GetInt32(),
        NumberStatus = StatusCodes.Parse(json.Text("numberStatus")),
        Title = json.Text("title"),
        TitleStatus = StatusCodes.Parse(json.Text("titleStatus")),
        ContentStatus = StatusCodes.Parse(json.Text("contentStatus")),
        Dimension = json.Text("dimension"),
        DimensionStatus = StatusCodes.Parse(json.Text("dimensionStatus")),
        Aspect = json.TextOrNull("aspect"),
        Quote = json.TextOrNull("quote"),
        WorkItems =
        [
            .. json.List("workItems").Select((w, i) => new WorkItem { Task = json.GetProperty("number").GetInt32(), Number = i + 1, Text = w.GetString()! }),
        ],
    };
}
