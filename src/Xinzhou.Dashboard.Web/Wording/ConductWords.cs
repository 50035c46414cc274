using Xinzhou.Dashboard.Domain.Conduct;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words of conduct (履职) and assessment (考核评价), in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class ConductWords(IStringLocalizer<ConductWords> text)
{
    /// <summary>按期率, 逾期, 逾期天数, ….</summary>
    public string Measure(ConductMeasure measure) => text[$"Measure{measure}"];

    /// <summary>What a count counts, in one sentence.</summary>
    public string Means(ConductMeasure measure) => text[$"Means{measure}"];

    /// <summary>What the points of a rule are for: 每1个百分点, 每件.</summary>
    public string Each(ConductMeasure measure) => text[$"Each{measure}"];

    /// <summary>报表, 进展报送, 督办签收, ….</summary>
    public string Kind(ConductKind kind) => text[$"Kind{kind}"];

    /// <summary>A count as it is shown: 80.0%, 3; a dash where there is no rate.</summary>
    public static string Number(ConductMeasure measure, decimal? number) =>
        number is not { } known ? "—" : measure == ConductMeasure.OnTimeRate ? $"{Rate(known)}%" : ValueText.Number(known);

    /// <summary>How the score comes about, as a line of numbers: 100 + 按期率 80.0×0.2 + 逾期 3×(−2) = 110.</summary>
    public string Arithmetic(AssessmentScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        var terms = score.Terms.Select(t => t.Number is { } number
            ? text["Term", Measure(t.Measure), t.Measure == ConductMeasure.OnTimeRate ? Rate(number) : ValueText.Number(number), Points(t.Weight)].Value
            : text["NoTerm", Measure(t.Measure)].Value);
        return $"{string.Join(" + ", terms.Prepend(ValueText.Number(score.Start)))} = {Total(score)}";
    }

    /// <summary>A rule as a sum: 100 + 按期率×0.2 + 逾期×(−2).</summary>
    public string Formula(AssessmentRule rule)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return string.Join(" + ", Enum.GetValues<ConductMeasure>()
            .Where(m => rule[m] is not null)
            .Select(m => text["Factor", Measure(m), Points(rule[m]!.Value)].Value)
            .Prepend(ValueText.Number(rule.Start)));
    }

    /// <summary>A score, without zeros at its end.</summary>
    public static string Total(AssessmentScore score)
    {
        ArgumentNullException.ThrowIfNull(score);
        return score.Total.ToString("0.######", CultureInfo.InvariantCulture).Replace('-', '−');
    }

    private static string Rate(decimal rate) => rate.ToString("0.0", CultureInfo.InvariantCulture);

    // A negative number within a sum stands in brackets.
    private static string Points(decimal points) => points < 0 ? $"({ValueText.Number(points)})" : ValueText.Number(points);
}
