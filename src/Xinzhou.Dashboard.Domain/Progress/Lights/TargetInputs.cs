using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Progress.Lights;

/// <summary>What the light of a target was judged by. What the verdict did not come to is null.</summary>
public sealed record TargetInputs : LightInputs
{
    /// <summary>D: the day in Asia/Shanghai that it was judged on.</summary>
    public required DateOnly Day { get; init; }

    /// <summary>The target: its value, unit and comparator are the figure's own.</summary>
    public required Figure Target { get; init; }

    /// <summary>T: the year of the target, of a span its last; null where it has none.</summary>
    public int? Year { get; init; }

    /// <summary>From where on it is met, in its unit: its value, or of one that is only about met (≈) the value less, downwards plus, the tolerance.</summary>
    public decimal? Bound { get; init; }

    /// <summary>允差 in %, of a target that is only about met (≈); else null.</summary>
    public decimal? Tolerance { get; init; }

    /// <summary>Which way is the right one.</summary>
    public AssessmentDirection Direction { get; init; }

    /// <summary>By which method it is assessed.</summary>
    public AssessmentKind Kind { get; init; }

    /// <summary>The values by year, the earliest first.</summary>
    public IReadOnlyList<YearValue> Values { get; init; } = [];

    /// <summary>The year that growth is counted from: of the commitment, or the next that has a value, else the earliest. Null for rates.</summary>
    public int? BaseYear { get; init; }

    /// <summary>The verdict of the assessment with its rates; null where the course of the year was judged.</summary>
    public AssessmentResult? Assessment { get; init; }

    /// <summary>The latest year-to-date figure in the year of the target; null where the course of the year was not judged.</summary>
    public YearValue? YearToDate { get; init; }

    /// <summary>What part of the target it is held against; null for rates and where the course of the year was not judged.</summary>
    public YearShare? Share { get; init; }

    /// <summary>d, unrounded and positive in the right direction; null where the course of the year was not judged.</summary>
    public decimal? Deviation { get; init; }

    /// <summary>Whether growth that is needed is the least that is enough, not the most: below zero growth leads away from zero.</summary>
    /// <param name="from">What it is counted from; null for what is above zero.</param>
    public bool IsMoreGrowthBetter(YearValue? from) => (Direction == AssessmentDirection.Up) == (from is not { Value: < 0 });
}
