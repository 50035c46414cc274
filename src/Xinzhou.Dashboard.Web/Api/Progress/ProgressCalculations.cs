using Xinzhou.Dashboard.Domain.Progress.Assessment;
using Xinzhou.Dashboard.Web.Api.Calculations;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Progress;

/// <summary>Progress to a target, computed from what is sent.</summary>
public sealed class ProgressCalculations(IStringLocalizer<ApiText> text)
{
    private static readonly Field Values = new("values", "The values by year; the latest is the current one.", FieldForm.Values)
    { IsRequired = true, Example = """{"2020": 200, "2023": 230}""" };

    private static readonly Field Target = new("target", "What is to be reached; together with targetYear.", FieldForm.Number) { Example = "280" };

    private static readonly Field TargetYear = new("targetYear", "By when it is to be reached; not before the earliest year of values.", FieldForm.Year)
    { Example = "2027" };

    private static readonly Field Direction = Field.OneOf<AssessmentDirection>("direction", "Which way is the right one.");

    private static readonly Field Kind = Field.OneOf<AssessmentKind>("kind",
        "level compares compound growth (Open SDG, Statistics Canada); rate carries on the mean yearly change (Destatis) and needs a target.");

    private static readonly Field BaseYear = new("baseYear",
        "Levels: from which year growth is counted; if it has no value, from the next one that has. Default: the earliest.", FieldForm.Year);

    private static readonly Field Limit = new("limit",
        "Levels without a target: a natural limit of the values, above 0, near which less growth is asked for.", FieldForm.Number);

    public IEnumerable<Calculation> All =>
    [
        new("progress/assess", "Progress", "How a series of yearly values stands to its target.",
            [Values, Target, TargetYear, Direction, Kind, BaseYear, Limit], ApiJson.Default.AssessmentItem, Assess),
    ];

    private AssessmentItem? Assess(BodyReader body) =>
        Read(body) is { } input ? AssessmentItem.Of(ProgressAssessment.Assess(input)) : null;

    private AssessmentInput? Read(BodyReader body)
    {
        var (values, direction, kind) = (body.Values(Values), body.Code<AssessmentDirection>(Direction), body.Code<AssessmentKind>(Kind));
        var (target, year, baseYear, limit) = (body.Number(Target), body.Year(TargetYear), body.Year(BaseYear), body.Number(Limit));
        if (body.Faults.Count > 0) return null;

        if (target is null != year is null)
        {
            var (missing, other) = target is null ? (Target, TargetYear) : (TargetYear, Target);
            body.Fault(missing, text["Expected.Together", other.Name]);
            return null;
        }

        var input = new AssessmentInput
        {
            Values = values!,
            Target = target is null ? null : new(year!.Value, target.Value),
            Direction = direction!.Value,
            Kind = kind!.Value,
            BaseYear = baseYear,
            Limit = limit,
        };
        foreach (var fault in input.Faults()) Tell(body, fault, input);
        return body.Faults.Count > 0 ? null : input;
    }

    private void Tell(BodyReader body, AssessmentFault fault, AssessmentInput input)
    {
        var (field, expected) = fault switch
        {
            AssessmentFault.TargetBeforeFirstYear => (TargetYear, string.Create(CultureInfo.InvariantCulture, $"≥ {input.Values.Keys.Min()}")),
            AssessmentFault.RateWithoutTarget => (Target, text["Expected.TargetOfRate"].Value),
            AssessmentFault.LimitNotPositive => (Limit, "> 0"),
            _ => (Values, text["Expected.Values"].Value),
        };
        body.Fault(field, expected);
    }
}
