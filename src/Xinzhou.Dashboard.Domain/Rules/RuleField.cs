namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>What rules are made of besides their type and severity. Which type has which: <see cref="RuleDefinition.FieldsOf"/>.</summary>
public enum RuleField
{
    /// <summary>The indicator of the total.</summary>
    Total,

    /// <summary>The indicators of the parts.</summary>
    Parts,

    /// <summary>The units that the rule is limited to; none: all.</summary>
    Units,

    /// <summary>The unit whose parts are the units below it.</summary>
    Unit,

    /// <summary>The indicator of the share.</summary>
    Share,

    /// <summary>The indicator of the part.</summary>
    Part,

    /// <summary>A growth rate must be greater, in %.</summary>
    Floor,

    /// <summary>The greatest magnitude allowed: of a growth rate in %, of a modified z-score without a unit.</summary>
    Bound,

    /// <summary>The fewest changes that a series must have.</summary>
    Least,

    /// <summary>How far from the usual a change must be to be asked about, in percentage points.</summary>
    Margin,
}
