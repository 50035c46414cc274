using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for an indicator.</summary>
/// <param name="Code">The code of the field itself.</param>
public sealed record IndicatorField(string Code) : CodeField(Code)
{
    /// <summary>True for indicators of the type ratio only.</summary>
    public bool IsRatio { get; init; }

    protected override IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue) =>
        value is "" ? [new(RuleFaultReason.Missing, this)] : IndicatorFaults((string)value, IsRatio, catalogue);
}
