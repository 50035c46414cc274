using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// What a review works on, frozen: figures with their sources and vintages, targets, lights with what they were judged by, forecasts, what
/// units reported, with the hashes of their files, judgements, risks, what has changed since the last pack, notices, and what the last review decided. As canonical JSON; what has decimals is a text.
/// </summary>
public static class PackContent
{
    /// <summary>Writes what is known.</summary>
    public static byte[] Write(PackInputs inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        var (figures, checkIns) = (PackFigures.Of(inputs), PackCheckIns.Of(inputs));
        return CanonicalJson.Write(new JsonObject
        {
            ["subject"] = Subject(inputs),
            ["asOf"] = PackText.Moment(inputs.AsOf.Moment),
            ["frozenBy"] = inputs.By,
            ["heldOn"] = PackText.Day(inputs.Review.HeldOn),
            ["demonstration"] = inputs.IsDemonstration,
            ["anchors"] = Anchors(),
            ["matters"] = new JsonArray([.. inputs.Matters.Select(m => Matter(m, inputs))]),
            ["dimensions"] = new JsonArray([.. inputs.Plan.Dimensions.Select(d => Standing(d, inputs))]),
            ["outcomes"] = new JsonArray([.. inputs.Plan.Outcomes.Select(Outcome)]),
            ["departments"] = new JsonArray([.. inputs.Plan.Departments.Select(d => new JsonObject { ["code"] = d.Code, ["name"] = d.Name })]),
            ["thresholds"] = Thresholds(inputs.Settings),
            ["targets"] = new JsonArray([.. inputs.Lights.Targets.Select(t => PackTargets.Target(t, inputs))]),
            ["lights"] = new JsonArray([.. inputs.Lights.All.Select(PackLights.Light)]),
            ["forecasts"] = new JsonArray([.. PackTargets.Forecasts(inputs)]),
            ["figures"] = new JsonArray([.. figures.Select(PackFigures.Figure)]),
            ["sources"] = new JsonArray([.. PackFigures.Sources(figures)]),
            ["checkIns"] = new JsonArray([.. checkIns.Select(PackCheckIns.CheckIn)]),
            ["files"] = new JsonArray([.. PackCheckIns.Files(checkIns)]),
            ["judgements"] = new JsonArray([.. inputs.Judgements.Select(PackRisks.Judgement)]),
            ["risks"] = new JsonArray([.. inputs.Risks.Select(PackRisks.Risk)]),
            ["changes"] = PackChanges.Of(inputs.Changes),
            ["notices"] = new JsonArray([.. inputs.Notices.Select(PackCheckIns.Notice)]),
        });
    }

    private static JsonObject Subject(PackInputs inputs)
    {
        var subject = inputs.Review.Subject;
        var milestone = subject.IsMilestone ? inputs.Plan.Milestones.FirstOrDefault(m => m.Year == subject.Year) : null;
        return new()
        {
            ["kind"] = subject.IsMilestone ? "milestone" : "quarter",
            ["code"] = subject.Code,
            ["lastDay"] = PackText.Day(subject.LastDay),
            ["goal"] = milestone?.Goal,
        };
    }

    private static JsonObject Anchors() => new()
    {
        ["verdicts"] = new JsonArray([.. Enum.GetValues<ReviewVerdict>().Select(v => new JsonObject
        {
            ["code"] = Code.Of(v),
            ["word"] = VerdictAnchors.Name(v),
            ["anchor"] = VerdictAnchors.Of(v),
        })]),
        ["decisions"] = new JsonArray([.. Enum.GetValues<ReviewDecision>().Select(d => new JsonObject
        {
            ["code"] = Code.Of(d),
            ["word"] = VerdictAnchors.Name(d),
            ["means"] = VerdictAnchors.Of(d),
        })]),
    };

    private static JsonObject Matter(ReviewMatter matter, PackInputs inputs) => new()
    {
        ["id"] = matter.Id,
        ["review"] = matter.Review,
        ["text"] = matter.Text,
        ["owner"] = matter.Owner,
        ["ownerName"] = inputs.Plan.DepartmentName(matter.Owner),
        ["person"] = matter.Person,
        ["due"] = PackText.Day(matter.Due),
        ["state"] = Code.Of(matter.State),
        ["report"] = matter.Latest is { } report
            ? new JsonObject { ["text"] = report.Text, ["by"] = report.By.Name, ["at"] = PackText.Moment(report.At) }
            : null,
    };

    private static JsonObject Standing(Dimension dimension, PackInputs inputs)
    {
        var summary = inputs.Lights.OfMilestone(inputs.Review.Subject.Year, dimension.Code);
        return new()
        {
            ["code"] = dimension.Code,
            ["name"] = dimension.FullName,
            ["targets"] = PackLights.Counts(summary.Targets),
            ["tasks"] = PackLights.Counts(summary.Tasks),
            ["outcomes"] = new JsonObject { ["achieved"] = summary.OutcomesAchieved, ["all"] = summary.Outcomes },
            ["ready"] = PackText.Number(summary.Ready),
        };
    }

    private static JsonObject Outcome(Outcome outcome) => new()
    {
        ["year"] = outcome.Year,
        ["dimension"] = outcome.Dimension,
        ["text"] = outcome.Text,
        ["owner"] = outcome.Owner,
        ["achieved"] = PackText.Day(outcome.Achieved),
        ["evidence"] = outcome.Evidence,
    };

    private static JsonObject Thresholds(LightSettings settings) => new()
    {
        ["amber"] = PackText.Number(settings.Amber),
        ["red"] = PackText.Number(settings.Red),
        ["growthGreen"] = PackText.Number(settings.GrowthGreen),
        ["growthRed"] = PackText.Number(settings.GrowthRed),
        ["dueSoonDays"] = settings.DueSoonDays,
        ["reportDays"] = settings.ReportDays,
    };
}
