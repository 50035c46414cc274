using Xinzhou.Dashboard.Domain.Progress.Judgements;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words of what is judged of tasks and of what they may fail by, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class JudgementWords(IStringLocalizer<JudgementWords> text)
{
    /// <summary>很可能按期完成, 可能完成但有风险, 存疑, 难以完成.</summary>
    public string Confidence(Confidence confidence) => text[$"Confidence{confidence}"];

    /// <summary>The anchor text: when it is judged so.</summary>
    public string Anchor(Confidence confidence) => text[$"Anchor{confidence}"];

    /// <summary>风险, 依赖.</summary>
    public string Kind(RiskKind kind) => text[$"Kind{kind}"];

    /// <summary>低, 中, 高.</summary>
    public string Likelihood(RiskLikelihood likelihood) => text[$"Likelihood{likelihood}"];

    /// <summary>较小, 较大, 重大.</summary>
    public string Effect(RiskEffect effect) => text[$"Effect{effect}"];

    /// <summary>Likelihood and effect in one line; of a dependency the effect.</summary>
    public string Weight(RiskEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Likelihood is { } likelihood ? text["Weight", Likelihood(likelihood), Effect(entry.Effect)] : text["WeightOfDependency", Effect(entry.Effect)];
    }

    /// <summary>Who judged it, and when.</summary>
    public string By(Judgement judged)
    {
        ArgumentNullException.ThrowIfNull(judged);
        return text["By", judged.By.Name, FigureWords.Moment(judged.At)];
    }

    /// <summary>How judgement and light differ: 判断比灯更差, 判断比灯更好; null where they agree.</summary>
    public string? Differs(int by) => by == 0 ? null : text[by > 0 ? "Worse" : "Better"].Value;

    /// <summary>What is wrong, in one sentence.</summary>
    public string Fault(RiskFault fault) => text[$"Fault{fault}", RiskEntry.MaxLength, RiskEntry.MaxName];
}
