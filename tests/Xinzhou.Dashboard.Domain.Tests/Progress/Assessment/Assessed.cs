using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Assessment;

/// <summary>Questions and answers, short.</summary>
internal static class Assessed
{
    public static AssessmentInput Level(AssessmentDirection direction, params (int Year, double Value)[] values) =>
        new() { Values = values.ToDictionary(v => v.Year, v => v.Value), Direction = direction, Kind = AssessmentKind.Level };

    public static AssessmentInput Rate(AssessmentDirection direction, int first, params double[] values) => new()
    {
        Values = values.Select((v, i) => (Year: first + i, Value: v)).ToDictionary(v => v.Year, v => v.Value),
        Direction = direction,
        Kind = AssessmentKind.Rate,
    };

    public static AssessmentInput By(this AssessmentInput input, int year, double target) => input with { Target = new(year, target) };

    public static AssessmentResult Judged(this AssessmentInput input) => ProgressAssessment.Assess(input);

    /// <summary>The same numbers but for the last digits of a computation; null is equal to null alone.</summary>
    public static void Near(double? expected, double? found, double width = 1e-12)
    {
        Assert.Equal(expected is null, found is null);
        if (expected is { } e) Assert.InRange(found!.Value, e - (width * Math.Max(1, Math.Abs(e))), e + (width * Math.Max(1, Math.Abs(e))));
    }
}
