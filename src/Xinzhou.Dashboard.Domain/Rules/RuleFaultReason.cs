namespace Xinzhou.Dashboard.Domain.Rules;

/// <summary>Why a definition is not taken.</summary>
public enum RuleFaultReason
{
    /// <summary>A code begins with a lower-case letter and has 2–60 letters, digits and underscores, and is not <c>new</c>.</summary>
    BadCode,

    /// <summary>A field that the type asks for is empty or no number.</summary>
    Missing,

    /// <summary>There is no indicator of the code.</summary>
    UnknownIndicator,

    /// <summary>There is no statistical unit of the code.</summary>
    UnknownUnit,

    /// <summary>A total has two parts at least.</summary>
    TooFewParts,

    /// <summary>An indicator stands twice: as two parts, or as part and total.</summary>
    Twice,

    /// <summary>No county lies below the unit: nothing adds to it.</summary>
    NoPartsBelow,

    /// <summary>A share is an indicator of the type ratio.</summary>
    NoRatio,

    /// <summary>A part is measured in a unit that does not convert to that of the total: they cannot be added.</summary>
    UnitsDiffer,

    /// <summary>A growth rate's floor lies from −100 % to below 0: below −100 % nothing can fall, from 0 on every decline would break it.</summary>
    BadFloor,

    /// <summary>A bound of growth rates is greater than 0 and at most 1000 %.</summary>
    BadBound,

    /// <summary>A bound of modified z-scores is from 2 to 20.</summary>
    BadScore,

    /// <summary>Fewer than 8 changes say nothing of what is usual; more than 200 no series has.</summary>
    BadLeast,

    /// <summary>A margin is from 0 to 100 percentage points.</summary>
    BadMargin,
}
