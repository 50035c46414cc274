namespace Xinzhou.Dashboard.Domain.Conduct;

/// <summary>
/// How counts become a score (考核评价): points to begin with, and points for each of what is counted. No source gives one, so that there is none
/// until an administrator enters it.
/// </summary>
public sealed record AssessmentRule
{
    /// <summary>The greatest number of points that can stand in a rule, either way.</summary>
    public const decimal MaxPoints = 10_000;

    /// <summary>More digits after the point are not kept.</summary>
    public const int MaxDecimals = 4;

    /// <summary>The points that everybody begins with.</summary>
    public required decimal Start { get; init; }

    /// <summary>Points for each percent of what was done in time; null where it does not count.</summary>
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

    /// <summary>The points for each of a count; null where it does not count.</summary>
    public decimal? this[ConductMeasure measure] => measure switch
    {
        ConductMeasure.OnTimeRate => OnTimeRate,
        ConductMeasure.Late => Late,
        ConductMeasure.DaysLate => DaysLate,
        ConductMeasure.SentBack => SentBack,
        ConductMeasure.CheckInsMissed => CheckInsMissed,
        ConductMeasure.NoticesLate => NoticesLate,
        ConductMeasure.NoticesClosedInTime => NoticesClosedInTime,
        _ => RedLights,
    };

    /// <summary>True where something counts and every number is within <see cref="MaxPoints"/> and <see cref="MaxDecimals"/>.</summary>
    public bool IsSound =>
        IsPoints(Start)
        && Enum.GetValues<ConductMeasure>().Any(m => this[m] is not null)
        && Enum.GetValues<ConductMeasure>().All(m => this[m] is not { } points || IsPoints(points));

    /// <param name="start">The points that everybody begins with.</param>
    /// <param name="points">The points for each of a count; null where it does not count.</param>
    public static AssessmentRule Of(decimal start, Func<ConductMeasure, decimal?> points)
    {
        ArgumentNullException.ThrowIfNull(points);
        return new()
        {
            Start = start,
            OnTimeRate = points(ConductMeasure.OnTimeRate),
            Late = points(ConductMeasure.Late),
            DaysLate = points(ConductMeasure.DaysLate),
            SentBack = points(ConductMeasure.SentBack),
            CheckInsMissed = points(ConductMeasure.CheckInsMissed),
            NoticesLate = points(ConductMeasure.NoticesLate),
            NoticesClosedInTime = points(ConductMeasure.NoticesClosedInTime),
            RedLights = points(ConductMeasure.RedLights),
        };
    }

    /// <summary>The score of a unit, with everything that it is reckoned from. It has no bounds.</summary>
    public AssessmentScore Score(UnitConduct conduct)
    {
        ArgumentNullException.ThrowIfNull(conduct);
        return new(Start, [.. Enum.GetValues<ConductMeasure>().Where(m => this[m] is not null).Select(m => new ScoreTerm(m, conduct[m], this[m]!.Value))]);
    }

    private static bool IsPoints(decimal points) => Math.Abs(points) <= MaxPoints && points.Scale <= MaxDecimals;
}
