using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Conduct;

namespace Xinzhou.Dashboard.Data.Model.Conduct;

/// <summary>How counts become a score since a moment. Only ever inserted.</summary>
internal sealed class AssessmentRuleEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The points that everybody begins with; null where the rule was taken away.</summary>
    public decimal? StartPoints { get; init; }

    /// <summary>Points for each percent of what was done in time.</summary>
    public decimal? OnTimeRate { get; init; }

    /// <summary>Points for each that is late.</summary>
    public decimal? Late { get; init; }

    /// <summary>Points for each working day.</summary>
    public decimal? DaysLate { get; init; }

    /// <summary>Points for each time that something was sent back.</summary>
    public decimal? SentBack { get; init; }

    /// <summary>Points for each check-in that was missed.</summary>
    public decimal? CheckInsMissed { get; init; }

    /// <summary>Points for each notice that is late.</summary>
    public decimal? NoticesLate { get; init; }

    /// <summary>Points for each notice that was settled in time and closed.</summary>
    public decimal? NoticesClosedInTime { get; init; }

    /// <summary>Points for each red light.</summary>
    public decimal? RedLights { get; init; }

    /// <summary>Who.</summary>
    public required Guid SetBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset SetAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;

    /// <summary>The rule alone; null where it was taken away.</summary>
    public AssessmentRule? Rule() => StartPoints is not { } start ? null : new()
    {
        Start = start,
        OnTimeRate = OnTimeRate,
        Late = Late,
        DaysLate = DaysLate,
        SentBack = SentBack,
        CheckInsMissed = CheckInsMissed,
        NoticesLate = NoticesLate,
        NoticesClosedInTime = NoticesClosedInTime,
        RedLights = RedLights,
    };
}
