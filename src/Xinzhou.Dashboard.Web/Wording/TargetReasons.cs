using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Why targets have their colours.</summary>
/// <param name="text">The words.</param>
internal sealed class TargetReasons(IStringLocalizer<LightWords> text)
{
    private const int MaxYears = 6;

    private static readonly decimal TwoDecimals = new(0, 0, 0, false, 2);

    public string Why(Light light, TargetInputs inputs)
    {
        if (inputs.Target.Period.Kind == PeriodKind.Unstated) return text["WhyPeriodUnstated"];
        if (inputs.Year is not { } year) return text["WhyNoPeriod", Names.Period(inputs.Target)];
        if (inputs.Bound is null) return text["WhyNoNumber"];
        return light.Reason switch
        {
            LightReason.Deviation => InCourse(light, inputs),
            LightReason.Achieved when Of(inputs, year) is { } reached => text["WhyAchieved", Year(year), Amount(inputs, reached.Value), Target(inputs)],
            LightReason.Achieved when inputs.Values is [.., var last] =>
                text["WhyAchievedEarly", Year(last.Year), Amount(inputs, last.Value), Year(year), Target(inputs)],
            LightReason.Missed when Of(inputs, year) is { } reached => text["WhyMissed", Year(year), Amount(inputs, reached.Value), Target(inputs)],
            LightReason.NotEnoughValues => NotEnough(inputs, year),
            LightReason.Sign when inputs is { BaseYear: { } from, Values: [.., var last] } && Of(inputs, from) is { } start =>
                text["WhySign", Year(from), Amount(inputs, start.Value), Year(last.Year), Amount(inputs, last.Value), Target(inputs)],
            LightReason.GapInYears when inputs.Values is [.., var last] =>
                text["WhyGap", inputs.Values.Count, Year(last.Year), Run(inputs), 4],
            LightReason.NoValueForYear => NoValue(inputs, year),
            LightReason.OnTrack or LightReason.AccelerationNeeded or LightReason.Limited or LightReason.Deterioration
                when inputs.Assessment is { } result && inputs.Values is [.., var last] =>
                inputs.Kind == AssessmentKind.Rate ? Rate(light, inputs, result, last, year) : Level(light, inputs, result, last, year),
            _ => text[light.Reason.ToString()],
        };
    }

    /// <summary>The year so far against the part of the target, or the growth, that it should have come to.</summary>
    private string InCourse(Light light, TargetInputs inputs)
    {
        if (inputs is not { YearToDate: { } toDate, Deviation: { } deviation }) return text[nameof(LightReason.Deviation)];
        // Where less is better the deviation has the opposite sign, which is said.
        var (period, down) = (Names.Period(toDate.Figure), inputs.Direction == AssessmentDirection.Down ? "Down" : "");
        var decimals = LightNumbers.DecimalsOf(light, deviation);
        if (inputs is not { Share: { } share, Target.Value: { } value })
        {
            return text[$"WhyGrowth{down}", period, Amount(inputs, toDate.Value), Target(inputs), deviation.Rounded(decimals), text.Within(light)];
        }

        var by = share.Year is { } earlier ? text["ShareOfYear", Year(earlier)] : text["ShareOfMonths", share.Months];
        return text[
            $"WhyYearToDate{down}", period, Amount(inputs, toDate.Value), Target(inputs), (100 * toDate.Value / value).Rounded(decimals), share.Percent.Rounded(decimals), by.Value,
            deviation.Rounded(decimals), text.Within(light)];
    }

    private string Level(Light light, TargetInputs inputs, AssessmentResult result, YearValue last, int year)
    {
        if (inputs.BaseYear is not { } from || Of(inputs, from) is not { } start || result is not { ObservedRate: { } observed, RequiredRate: { } required })
        {
            return text[light.Reason.ToString()];
        }

        return result.Ratio is { } ratio
            ? text[
                "WhyLevel", Year(from), Amount(inputs, start.Value), Year(last.Year), Amount(inputs, last.Value), observed.Growth(), Year(year), Target(inputs),
                LightNumbers.NeededGrowth(required, inputs.IsMoreGrowthBetter(start)), LightNumbers.Ratio(ratio), text.Within(light), text[light.Reason.ToString()].Value]
            : text["WhyNoWay", Year(from), Amount(inputs, start.Value), Year(year), Target(inputs), Year(last.Year), Amount(inputs, last.Value)];
    }

    private string Rate(Light light, TargetInputs inputs, AssessmentResult result, YearValue last, int year)
    {
        if (result is not { ObservedRate: { } change, Projection: { } projection, Miss: { } miss }) return text[light.Reason.ToString()];
        var (now, run, yearly) = (Amount(inputs, last.Value), Math.Min(Run(inputs), MaxYears), Points(change, inputs.Target.Uom));
        return light.Reason == LightReason.Deterioration
            ? text["WhyRateAway", Year(last.Year), now, run, yearly, Year(year), Target(inputs)]
            : text[
                "WhyRate", Year(last.Year), now, run, yearly, Year(year), Rounded(projection, inputs.Target.Uom), Target(inputs), LightNumbers.Miss(miss),
                text.Within(light), text[light.Reason.ToString()].Value];
    }

    private string NotEnough(TargetInputs inputs, int year)
    {
        var need = inputs.Kind == AssessmentKind.Level ? 2 : 4;
        var counted = inputs.BaseYear is { } from ? inputs.Values.Where(v => v.Year >= from).ToList() : [.. inputs.Values];
        return counted is [{ Year: var first }, ..] && inputs.BaseYear is not null
            ? text["WhyNotEnoughSince", Year(first), counted.Count, Year(year), need]
            : text["WhyNotEnough", counted.Count, Year(year), need];
    }

    private string NoValue(TargetInputs inputs, int year) => inputs.Values is [{ Year: var first }, ..] && year < first
        ? text["WhyBeforeFirst", Year(first), Year(year)]
        : text[year < inputs.Day.Year ? "WhyYearPassed" : "WhyNoValue", Year(year)];

    /// <summary>How many years follow one another up to the last.</summary>
    private static int Run(TargetInputs inputs)
    {
        var years = inputs.Values.Select(v => v.Year).ToHashSet();
        var (run, year) = (0, inputs.Values[^1].Year);
        while (years.Contains(year - run)) run++;
        return run;
    }

    /// <summary>A change of a share in points of %, any other in its unit.</summary>
    private string Points(double change, string uom) =>
        uom is Uoms.Percent or Uoms.PercentagePoint ? text["Points", change.Rounded()] : Rounded(change, uom);

    /// <summary>A computed number with two decimals and its unit.</summary>
    private static string Rounded(double number, string uom)
    {
        if (Math.Abs(number) >= 1e18) return number.Rounded() + UnitScale.Of(0, uom).Behind;
        var rounded = Math.Round((decimal)number, 2, MidpointRounding.AwayFromZero);
        return LightNumbers.Amount(rounded == 0 ? TwoDecimals : rounded + TwoDecimals, uom);
    }

    private string Target(TargetInputs inputs)
    {
        var target = $"{ValueText.Of(inputs.Target, Languages.IsEnglish)}{UnitScale.Of(inputs.Target).Behind}";
        if (!Languages.IsEnglish && inputs.Target is { Value: { } value, Comparator: not Comparator.Equal and var comparator })
        {
            target = $"{Amount(inputs, value)}{ValueText.Bound(value, comparator)}";
        }

        return inputs.Tolerance is { } tolerance ? text["WithTolerance", target, tolerance.Plain()] : target;
    }

    private static YearValue? Of(TargetInputs inputs, int year) => inputs.Values.FirstOrDefault(v => v.Year == year);

    private static string Amount(TargetInputs inputs, decimal value) => LightNumbers.Amount(value, inputs.Target.Uom);

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
