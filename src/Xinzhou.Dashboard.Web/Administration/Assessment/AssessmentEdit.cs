using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Administration.Assessment;

/// <summary>The rule of scores as it is typed.</summary>
public sealed record AssessmentEdit
{
    /// <summary>The points that everybody begins with.</summary>
    public string? Start { get; init; }

    /// <summary>What stands in the fields of counts.</summary>
    public IReadOnlyDictionary<ConductMeasure, string> Typed { get; init; } = new Dictionary<ConductMeasure, string>();

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>What stands in a field.</summary>
    public string this[ConductMeasure measure] => Typed.GetValueOrDefault(measure, "");

    /// <summary>Whether a number that can be points is typed as those to begin with.</summary>
    public bool IsStartRead => Read(Start) is not null;

    /// <summary>Begins with what holds.</summary>
    public static AssessmentEdit Of(AssessmentRule? rule) => rule is null ? new() : new()
    {
        Start = ValueText.Number(rule.Start),
        Typed = Enum.GetValues<ConductMeasure>().Where(m => rule[m] is not null).ToDictionary(m => m, m => ValueText.Number(rule[m]!.Value)),
    };

    /// <summary>The same with something else typed in a field.</summary>
    public AssessmentEdit With(ConductMeasure measure, string? typed) =>
        this with { Typed = new Dictionary<ConductMeasure, string>(Typed) { [measure] = typed ?? "" } };

    /// <summary>Whether a field is empty or holds a number that can be points.</summary>
    public bool IsRead(ConductMeasure measure) => string.IsNullOrWhiteSpace(this[measure]) || Read(this[measure]) is not null;

    /// <summary>The rule that is typed; null while a field is wrong. Whether it is sound is the domain's to say.</summary>
    public AssessmentRule? Rule() => Read(Start) is { } start && Enum.GetValues<ConductMeasure>().All(IsRead)
        ? AssessmentRule.Of(start, m => Read(this[m]))
        : null;

    private static decimal? Read(string? typed)
    {
        var plain = PlainText.Compatible(PlainText.Visible(typed ?? "")).Trim().Replace('−', '-').Replace('–', '-').Replace('—', '-');
        return plain.Length > 0 && NumberNotation.Read(plain, out _) is { } number
            && Math.Abs(number) <= AssessmentRule.MaxPoints && number.Scale <= AssessmentRule.MaxDecimals
            ? number
            : null;
    }
}
