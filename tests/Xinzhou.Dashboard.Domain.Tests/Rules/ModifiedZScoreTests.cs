using CsCheck;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Domain.Tests.Rules;

public sealed class ModifiedZScoreTests
{
    private static readonly Gen<decimal> Calm = Gen.Int[-20, 20].Select(n => n / 10m);

    [Fact]
    public void The_score_is_that_of_Iglewicz_and_Hoaglin()
    {
        // Median 3, deviations 2 1 0 1 97: MAD 1.
        var score = new ModifiedZScore([1, 2, 3, 4, 100]);

        Assert.Equal(3, score.Median);
        Assert.Equal(0.6745m * 97, score.Of(100)!.Value, 10);
        Assert.Equal(-1.349m, score.Of(1)!.Value, 10);
    }

    [Fact]
    public void Where_more_than_half_are_equal_the_mean_absolute_deviation_takes_the_place_of_MAD()
    {
        // MeanAD = 8 ÷ 8 = 1.
        var score = new ModifiedZScore([5, 5, 5, 5, 5, 5, 5, 13]);

        Assert.Equal(8 / 1.253314m, score.Of(13)!.Value, 10);
        Assert.Equal(0, score.Of(5));
    }

    [Fact]
    public void Where_all_are_equal_there_is_no_score() => Assert.Null(new ModifiedZScore([2, 2, 2]).Of(2));

    [Fact]
    public void A_score_is_never_further_from_zero_than_makes_sense()
    {
        decimal[] values = [0, 0.0000001m, 0.0000002m, 0.0000003m, 1_000_000_000_000_000_000m];

        Assert.Equal(ModifiedZScore.Max, new ModifiedZScore(values).Of(values[4]));
    }

    [Fact]
    public void The_score_does_not_depend_on_the_scale_or_the_order() =>
        Gen.Select(Calm.Array[8, 40], Gen.Int[1, 1000]).Sample((values, factor) =>
        {
            var (one, other) = (new ModifiedZScore(values), new ModifiedZScore(values.Reverse().Select(v => v * factor)));
            Assert.All(values, v => Assert.Equal(one.Of(v) ?? 0, other.Of(v * factor) ?? 0, 10));
        });

    [Fact]
    public void The_scale_is_the_middle_of_the_sorted_deviations() => Gen.Int[-500, 500].Select(n => n / 10m).Array[2, 41].Sample(values =>
    {
        var score = new ModifiedZScore(values);
        decimal[] deviations = [.. values.Select(v => Math.Abs(v - score.Median)).Order()];
        var mad = (deviations[(deviations.Length - 1) / 2] + deviations[deviations.Length / 2]) / 2;

        if (mad > 0) Assert.Equal(0.6745m * (values[0] - score.Median) / mad, score.Of(values[0])!.Value, 8);
    });

    [Fact]
    public void One_gross_outlier_among_calm_values_is_always_found_and_always_the_one() =>
        Gen.Select(Calm.Array[7, 60], Gen.Int[200, 100_000], Gen.Bool, Gen.Int[0, 6]).Sample((calm, size, up, at) =>
        {
            var outlier = up ? size : -size;
            var score = new ModifiedZScore(calm.Take(at).Append(outlier).Concat(calm.Skip(at)));

            Assert.True(Math.Abs(score.Of(outlier)!.Value) > 3.5m);
            Assert.All(calm, v => Assert.True(Math.Abs(score.Of(v)!.Value) < Math.Abs(score.Of(outlier)!.Value)));
        });
}
