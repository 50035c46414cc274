using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for two different indicators or more, which the rule adds up.</summary>
/// <param name="Code">The code of the field itself.</param>
public sealed record IndicatorsField(string Code) : CodesField(Code)
{
    /// <summary>True for indicators of the type ratio only.</summary>
    public bool IsRatio { get; init; }

    protected override IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue)
    {
        var codes = Texts(value);
        return codes.Count < 2
            ? [new(RuleFaultReason.TooFewParts, this)]
            : codes.SelectMany(c => IndicatorFaults(c, IsRatio, catalogue))
                .Concat(codes.GroupBy(c => c).Where(g => g.Count() > 1).Select(g => new RuleFault(RuleFaultReason.Twice, this, g.Key)));
    }
}
