using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Web.Plan.Targets;

/// <summary>The words for targets and what is committed of them, in the language of the page.</summary>
/// <param name="figures">The words of figures.</param>
/// <param name="text">The words.</param>
public sealed class TargetWords(FigureWords figures, IStringLocalizer<TargetWords> text)
{
    /// <summary>未落实责任, 变更待批, 已签订, ….</summary>
    public string State(TargetState state) => text[$"State{state}"];

    /// <summary>批准, 退回, 撤回.</summary>
    public string Verdict(ProposalVerdict verdict) => text[$"Verdict{verdict}"];

    /// <summary>By what it was proved who signed.</summary>
    public string Factor(SignatureFactor factor) => text[$"Factor{factor}"];

    /// <summary>What the target is of: 地区生产总值; of what is not the indicator's own value, which measure; of another unit than the city, which.</summary>
    public string Name(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        var series = target.Series;
        var name = series.Measure == Measure.Level ? Names.Of(series.Indicator) : text["WithMeasure", Names.Of(series.Indicator), figures.Measure(series)].Value;
        return target.Scope.Length > 0 ? text["WithScope", name, target.Scope] : name;
    }

    /// <summary>The same with its unit and its period.</summary>
    public string FullName(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return text["FullName", Names.Period(target), Names.Of(target.Series.Unit), Name(target)];
    }

    /// <summary>What is to be reached: ≥ 2000亿元; the words of a target without a number.</summary>
    public string Value(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Value is not { } value ? target.Text ?? "" : Sign(target) + LightNumbers.Amount(value, target.Uom);
    }

    /// <summary>不低于, 不高于, 左右, 等于.</summary>
    public string Comparator(Figure target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return text[$"Comparator{target.Comparator}"];
    }

    /// <summary>The baseline with its figure as it is known: 2020年 1034.6亿元; null where the commitment names none.</summary>
    /// <param name="target">The target.</param>
    /// <param name="commitment">Its commitment.</param>
    /// <param name="view">The figures as they are known.</param>
    public string? Baseline(Figure target, Commitment? commitment, BookView view)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (commitment?.Baseline is not { } written) return null;
        if (commitment.BaselineYear is not { } year) return written;
        return TargetBaseline.Of(target, year, view) is { } from
            ? text["BaselineOf", year, LightNumbers.Amount(from.Value, target.Uom)]
            : text["BaselineUnknown", year];
    }

    /// <summary>The tolerance in %: of a target that is only about met, the usual where none is laid down; of others none.</summary>
    public string? Tolerance(AssessedTarget target)
    {
        ArgumentNullException.ThrowIfNull(target);
        return target.Figure.Comparator != Domain.Indicators.Comparator.Approximately ? null
            : target.Commitment?.Tolerance is { } own ? text["Tolerance", ValueText.Number(own)].Value
            : (target.Light.Inputs as TargetInputs)?.Tolerance is { } usual ? text["ToleranceUsual", ValueText.Number(usual)].Value : null;
    }

    /// <summary>The path: 2026年 900亿元，2027年 1000亿元; null where none is laid down.</summary>
    public string? Path(Figure target, Commitment? commitment)
    {
        ArgumentNullException.ThrowIfNull(target);
        return commitment is { Path.Count: > 0 }
            ? string.Join(text["Between"].Value, commitment.Path.Select(p => text["PathPoint", p.Year, LightNumbers.Amount(p.Value, target.Uom)].Value))
            : null;
    }

    private string Sign(Figure target) => target.Comparator switch
    {
        Domain.Indicators.Comparator.AtLeast => "≥ ",
        Domain.Indicators.Comparator.AtMost => "≤ ",
        Domain.Indicators.Comparator.Approximately => text["About"],
        _ => "",
    };
}
