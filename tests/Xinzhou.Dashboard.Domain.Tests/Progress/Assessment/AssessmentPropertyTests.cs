using CsCheck;
using Xinzhou.Dashboard.Domain.Progress.Assessment;

namespace Xinzhou.Dashboard.Domain.Tests.Progress.Assessment;

/// <summary>What holds of every series.</summary>
[Trait("Category", "Quick")]
public sealed class AssessmentPropertyTests
{
    private const double Digits = 1e-8;

    private static readonly double[] RatioBounds = [0, 0.6, 0.95];
    private static readonly double[] MissBounds = [0.05, 0.2];

    private static readonly Gen<double> Value = Gen.Int[-50_000, 50_000].Select(n => n / 100.0);

    private static readonly Gen<AssessmentInput> Any =
        Gen.Select(
            Gen.Select(Gen.Int[2010, 2026], Value).Array[1, 9], Gen.Select(Gen.Int[0, 25], Value), Gen.Bool, Gen.Bool, Gen.Int[2008, 2027],
            (values, target, isUp, isLevel, baseYear) =>
            {
                var byYear = values.DistinctBy(v => v.Item1).ToDictionary(v => v.Item1, v => v.Item2);
                return new AssessmentInput
                {
                    Values = byYear,
                    Target = new(byYear.Keys.Min() + target.Item1, target.Item2),
                    Direction = isUp ? AssessmentDirection.Up : AssessmentDirection.Down,
                    Kind = isLevel ? AssessmentKind.Level : AssessmentKind.Rate,
                    BaseYear = baseYear > 2020 ? null : baseYear,
                };
            });

    // A zero counts as 0.001, whatever the unit is.
    private static readonly Gen<AssessmentInput> AnyWithoutZero = Any.Where(i => i.Target!.Value.Value != 0 && !i.Values.Values.Contains(0));

    // Bounds decide differently where two computations differ in their last digits.
    private static bool IsOnABound(AssessmentResult result) =>
        RatioBounds.Any(b => result.Ratio is { } r && Math.Abs(r - b) < Digits)
        || MissBounds.Any(b => result.Miss is { } m && Math.Abs(m - b) < Digits);

    private static bool IsSame(AssessmentResult one, AssessmentResult other, double scale) =>
        (one.Verdict == other.Verdict || IsOnABound(one)) && one.Reason == other.Reason
        && IsNear(one.Ratio, other.Ratio) && IsNear(one.Miss, other.Miss) && IsNear(one.Projection * scale, other.Projection);

    private static bool IsNear(double? one, double? other) =>
        one is null ? other is null : other is { } found && Math.Abs(one.Value - found) <= Digits * Math.Max(1, Math.Abs(one.Value));

    [Fact]
    public void Another_unit_changes_no_verdict_and_no_ratio() =>
        Gen.Select(AnyWithoutZero, Gen.Int[-4, 4].Select(n => 3 * Math.Pow(10, n))).Sample((input, scale) =>
        {
            var scaled = input with
            {
                Values = input.Values.ToDictionary(v => v.Key, v => v.Value * scale),
                Target = new(input.Target!.Value.Year, input.Target.Value.Value * scale),
            };
            return IsSame(ProgressAssessment.Assess(input), ProgressAssessment.Assess(scaled), scale);
        });

    [Fact]
    public void Mirrored_at_zero_everything_is_the_other_way_round_and_the_verdict_the_same() =>
        AnyWithoutZero.Sample(input =>
        {
            var mirrored = input with
            {
                Values = input.Values.ToDictionary(v => v.Key, v => -v.Value),
                Target = new(input.Target!.Value.Year, -input.Target.Value.Value),
                Direction = input.Direction == AssessmentDirection.Up ? AssessmentDirection.Down : AssessmentDirection.Up,
            };
            return IsSame(ProgressAssessment.Assess(input), ProgressAssessment.Assess(mirrored), -1);
        });

    [Fact]
    public void The_order_of_the_values_does_not_matter() =>
        Any.Sample(input =>
        {
            var turned = input with { Values = input.Values.Reverse().ToDictionary() };
            return IsSame(ProgressAssessment.Assess(input), ProgressAssessment.Assess(turned), 1);
        });

    [Fact]
    public void Years_count_from_one_another_only() =>
        Any.Sample(input =>
        {
            var later = input with
            {
                Values = input.Values.ToDictionary(v => v.Key + 7, v => v.Value),
                Target = new(input.Target!.Value.Year + 7, input.Target.Value.Value),
                BaseYear = input.BaseYear + 7,
            };
            return IsSame(ProgressAssessment.Assess(input), ProgressAssessment.Assess(later), 1);
        });

    [Fact]
    public void What_grows_as_required_is_projected_onto_the_target_and_the_base_used_is_among_those_tried() =>
        Any.Where(i => i.Kind == AssessmentKind.Level).Sample(input =>
        {
            var result = ProgressAssessment.Assess(input);
            if (result.Ratio is not { } ratio) return true;
            var from = input.Values.Keys.Where(y => y >= (input.BaseYear ?? y)).Min();
            var (projection, target) = (result.Projection!.Value, input.Target!.Value.Value);
            // Where the required way and the right way are one; else the base had already met the target.
            var isForward = input.Direction == AssessmentDirection.Up ? target > input.Values[from] : target < input.Values[from];
            var exact = input.Values[from] != 0 && target != 0 && Math.Abs(ratio - 1) > Digits && isForward;
            var isMet = input.Direction == AssessmentDirection.Up ? projection >= target : projection <= target;
            return IsNear(result.ByBaseYear![from], ratio) && (!exact || isMet == ratio > 1);
        });

    [Fact]
    public void Numbers_come_with_the_verdicts_they_belong_to_and_are_numbers() =>
        Any.Sample(input =>
        {
            var result = ProgressAssessment.Assess(input);
            double?[] numbers = [result.Ratio, result.ObservedRate, result.RequiredRate, result.Projection, result.Miss, .. result.ByBaseYear?.Values ?? []];
            var isFinal = result.Verdict is AssessmentVerdict.Achieved or AssessmentVerdict.Missed;
            var isAssessed = !isFinal && result.Verdict != AssessmentVerdict.CannotAssess;
            return numbers.All(n => n is null || double.IsFinite(n.Value))
                && result.Reason.HasValue == (result.Verdict == AssessmentVerdict.CannotAssess)
                && (isAssessed || (result.Ratio, result.Projection, result.Miss) is (null, null, null))
                && (!isAssessed || (result.ObservedRate.HasValue && result.Projection.HasValue))
                && result.Miss.HasValue == (isAssessed && input.Kind == AssessmentKind.Rate)
                && (!isFinal || result.ByBaseYear is null);
        });
}
