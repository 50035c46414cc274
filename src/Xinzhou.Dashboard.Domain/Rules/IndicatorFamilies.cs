namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>
/// Which indicators rules reckon with together (GDP and its industries): what a figure is found to break never depends on
/// figures of another family.
/// </summary>
public sealed class IndicatorFamilies
{
    private readonly Dictionary<string, string> _heads = new(StringComparer.Ordinal);

    /// <param name="rules">The rules, each of which joins the indicators that it names.</param>
    public IndicatorFamilies(RuleBook rules)
    {
        ArgumentNullException.ThrowIfNull(rules);
        foreach (var (first, other) in rules.Rules.SelectMany(r => r.Indicators.Skip(1).Select(i => (Of(r.Indicators[0]), Of(i)))))
        {
            if (first != other)
            {
                _heads[other] = first;
            }
        }
    }

    /// <summary>The code of the indicator that stands for the family of one; of one that is in none, its own.</summary>
    public string Of(string indicator)
    {
        while (_heads.TryGetValue(indicator, out var head))
        {
            indicator = head;
        }

        return indicator;
    }
}
