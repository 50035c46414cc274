using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Rules.Fields;

/// <summary>A field for the statistical units that a rule is limited to; none: all.</summary>
/// <param name="Code">The code of the field itself.</param>
public sealed record UnitsField(string Code) : CodesField(Code)
{
    protected override IEnumerable<RuleFault> FaultsOf(object value, Catalogue catalogue) => Texts(value).SelectMany(u => UnitFaults(u, catalogue));
}
