using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Browse.Indicators;

/// <summary>The computed numbers of an assessment as texts.</summary>
internal static class TargetNumbers
{
    /// <summary>Yearly growth of a level in words (增长4.77%), yearly change of a rate with its sign (+0.38个百分点).</summary>
    /// <param name="rate">Of a level as a fraction, of a rate in its unit.</param>
    /// <param name="inputs">What was judged.</param>
    public static string Rate(double rate, TargetInputs inputs) => inputs.Kind == AssessmentKind.Level
        ? GrowthWording.Growth(Rounded(100 * rate), Languages.IsEnglish)
        : Signed(Rounded(rate), inputs);

    /// <summary>The same of what is needed, so that what is told is enough (<see cref="LightNumbers.Enough"/>).</summary>
    /// <param name="rate">Of a level as a fraction, of a rate in its unit.</param>
    /// <param name="inputs">What was judged.</param>
    /// <param name="from">What it is counted from; null for what is above zero.</param>
    public static string Needed(double rate, TargetInputs inputs, YearValue? from = null) => Math.Abs(rate) >= 1e16 ? Rate(rate, inputs)
        : inputs.Kind == AssessmentKind.Level ? GrowthWording.Growth(LightNumbers.Enough(100 * rate, inputs.IsMoreGrowthBetter(from)), Languages.IsEnglish)
        : Signed(LightNumbers.Enough(rate, inputs.Direction == AssessmentDirection.Up), inputs);

    /// <summary>A computed value in the unit of the target, with no more decimals than another value has, two at most.</summary>
    /// <param name="value">In the unit of the target.</param>
    /// <param name="inputs">What was judged.</param>
    /// <param name="like">The value with the decimals; null for those of the target.</param>
    public static string Amount(decimal value, TargetInputs inputs, YearValue? like = null) => LightNumbers.Amount(
        Math.Round(value, Math.Min(2, (int)(like?.Value ?? inputs.Target.Value ?? 0).Scale), MidpointRounding.AwayFromZero), inputs.Target.Uom);

    /// <summary>The same of a number that may be beyond what a decimal holds.</summary>
    public static string Amount(double value, TargetInputs inputs, YearValue? like = null) =>
        Math.Abs(value) < 1e18 ? Amount((decimal)value, inputs, like) : "∞";

    /// <summary>With two decimals, as a decimal; zero beyond what one holds.</summary>
    public static decimal Rounded(double number) => Math.Abs(number) < 1e18 ? Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero) : 0;

    /// <summary>A change of a value with its unit: of a share in points, of any other in its unit.</summary>
    /// <param name="change">The change.</param>
    /// <param name="uom">The unit of the value.</param>
    public static string Change(decimal change, string uom) => Names.Amount(change, uom == Uoms.Percent ? Uoms.PercentagePoint : uom);

    private static string Signed(decimal number, TargetInputs inputs) => (number > 0 ? "+" : "") + Change(number, inputs.Target.Uom);
}
