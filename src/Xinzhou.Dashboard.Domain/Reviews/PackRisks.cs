using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What is judged of tasks, and their risks and dependencies, as a pack holds them.</summary>
internal static class PackRisks
{
    /// <summary>What the inspection office judges of a task, beside its light.</summary>
    public static JsonObject Judgement(Judgement judged) => new()
    {
        ["task"] = judged.Task,
        ["confidence"] = Code.Of(judged.Confidence),
        ["reason"] = judged.Reason,
        ["by"] = judged.By.Name,
        ["at"] = PackText.Moment(judged.At),
    };

    /// <summary>One risk or dependency.</summary>
    public static JsonObject Risk(TaskRisk risk) => new()
    {
        ["task"] = risk.Task,
        ["kind"] = Code.Of(risk.Entry.Kind),
        ["what"] = risk.Entry.What,
        ["likelihood"] = risk.Entry.Likelihood is { } likelihood ? Code.Of(likelihood) : null,
        ["effect"] = Code.Of(risk.Entry.Effect),
        ["onTask"] = risk.Entry.OnTask,
        ["owner"] = risk.Entry.Owner,
        ["person"] = risk.Entry.Person,
        ["measure"] = risk.Entry.Measure,
        ["closed"] = risk.Entry.IsClosed,
        ["by"] = risk.By.Name,
        ["at"] = PackText.Moment(risk.At),
    };
}
