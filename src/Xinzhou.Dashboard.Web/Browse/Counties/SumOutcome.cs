namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>What can be said about the sum of the units against the city.</summary>
public enum SumOutcome
{
    /// <summary>相符: the difference is within the tolerance.</summary>
    Agrees,

    /// <summary>不符.</summary>
    Differs,

    /// <summary>Some units have no comparable figure.</summary>
    UnitsMissing,

    /// <summary>The city has no exact figure of the same period.</summary>
    CityMissing,

    /// <summary>The figures are not all of one stage: of that nothing is said.</summary>
    StagesDiffer,

    /// <summary>Values per head, ratios and indices are not added.</summary>
    NotAdditive,
}
