using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Web.Api.Description;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Judgements;

/// <summary>风险与依赖: what a key task may fail by.</summary>
/// <param name="Id">What it has in all its versions.</param>
/// <param name="Task">1–39.</param>
/// <param name="Kind">risk: it may happen; dependency: others have to do something first.</param>
/// <param name="What">What.</param>
/// <param name="Likelihood">Of a risk how likely it is; else null.</param>
/// <param name="Effect">What it would mean for the task.</param>
/// <param name="Weight">Likelihood times effect, 1–9; of a dependency as if it were certain.</param>
/// <param name="OnTask">Of a dependency the number of the key task that has to be done first; null where it is none of the plan.</param>
/// <param name="Owner">责任单位: the name of who sees to it; null is not known.</param>
/// <param name="Person">责任人; null is not known.</param>
/// <param name="Measure">应对措施; null where there is none yet.</param>
/// <param name="Closed">Whether it is none any more.</param>
/// <param name="By">Who said so last.</param>
/// <param name="At">When; it is known from then on.</param>
public sealed record RiskItem(
    Guid Id,
    int Task,
    [property: Codes<RiskKind>] string Kind,
    string What,
    [property: Codes<RiskLikelihood>] string? Likelihood,
    [property: Codes<RiskEffect>] string Effect,
    int Weight,
    int? OnTask,
    string? Owner,
    string? Person,
    string? Measure,
    bool Closed,
    string By,
    DateTimeOffset At)
{
    internal static readonly IReadOnlyList<CsvColumn<RiskItem>> Columns =
    [
        new("id", r => r.Id.ToString()),
        new("task", r => r.Task.Cell()),
        new("kind", r => r.Kind),
        new("what", r => r.What),
        new("likelihood", r => r.Likelihood),
        new("effect", r => r.Effect),
        new("weight", r => r.Weight.Cell()),
        new("onTask", r => r.OnTask.Cell()),
        new("owner", r => r.Owner),
        new("person", r => r.Person),
        new("measure", r => r.Measure),
        new("closed", r => r.Closed.Cell()),
        new("by", r => r.By),
        new("at", r => r.At.Cell()),
    ];

    /// <param name="risk">The last that was said of it.</param>
    /// <param name="nameOf">The name of a unit.</param>
    internal static RiskItem Of(TaskRisk risk, Func<string, string> nameOf)
    {
        var entry = risk.Entry;
        return new(
            risk.Risk,
            risk.Task,
            Code.Of(entry.Kind),
            entry.What,
            entry.Likelihood is { } likelihood ? Code.Of(likelihood) : null,
            Code.Of(entry.Effect),
            risk.Weight,
            entry.OnTask,
            entry.Owner is { } owner ? nameOf(owner) : null,
            entry.Person,
            entry.Measure,
            entry.IsClosed,
            risk.By.Name,
            Instants.InShanghai(risk.At));
    }
}
