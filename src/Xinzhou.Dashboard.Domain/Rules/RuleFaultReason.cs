namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Why a definition is not taken.</summary>
public enum RuleFaultReason
{
    /// <summary>A code begins with a lower-case letter and has 2–60 letters, digits and underscores, and is not <c>new</c>.</summary>
    BadCode,

    /// <summary>The rule is of a kind that this version does not know.</summary>
    UnknownKind,

    /// <summary>A field that the kind asks for is empty or no number.</summary>
    Missing,

    /// <summary>There is no indicator of the code.</summary>
    UnknownIndicator,

    /// <summary>There is no statistical unit of the code.</summary>
    UnknownUnit,

    /// <summary>What is added up are two parts at least.</summary>
    TooFewParts,

    /// <summary>An indicator stands twice: as two parts, or as part and total.</summary>
    Twice,

    /// <summary>No county lies below the unit: nothing adds to it.</summary>
    NoPartsBelow,

    /// <summary>A share is an indicator of the type ratio.</summary>
    NoRatio,

    /// <summary>A part is measured in a unit that does not convert to that of the total: they cannot be added.</summary>
    UnitsDiffer,

    /// <summary>A number lies outside the bounds of its field; the kind's texts say which they are and why.</summary>
    OutOfRange,
}
