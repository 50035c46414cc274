using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for a statistical unit.</summary>
/// <param name="Code">The code of the field itself.</param>
public sealed record UnitField(string Code) : CodeField(Code)
{
    protected override IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue) =>
        value is "" ? [new(RuleFaultReason.Missing, this)] : UnitFaults((string)value, catalogue);
}
