using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Lights;

/// <summary>Tells the unit whose light was decided on; it is saved with the decision.</summary>
internal static class LightMessages
{
    /// <param name="change">The change.</param>
    /// <param name="subject">What the light is of.</param>
    /// <param name="colour">What is shown instead; null where the light is given back to its rules.</param>
    /// <param name="until">The last day that it holds.</param>
    /// <param name="reason">Why.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task DecidedAsync(Change change, LightSubject subject, LightColour? colour, DateOnly until, string reason, CancellationToken cancellation)
    {
        var plan = (await PlanImportReading.BookAsync(change.Context, cancellation)).At(new AsOf(change.Now));
        var (unit, details) = subject.Kind == LightSubjectKind.Target ? await TargetAsync(change, plan, subject, cancellation) : OfPlan(plan, subject);
        // Nobody is known to owe it: there is nobody to tell.
        if (unit is null) return;
        await change.TellAsync(
            MessageKind.LightDecided,
            details with
            {
                Act = colour is { } shown ? Code.Of(shown) : null,
                Day = colour is null ? null : until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Text = reason,
            },
            new() { Units = [unit] },
            cancellation);
    }

    private static (string? Unit, MessageDetails Details) OfPlan(CityPlan plan, LightSubject subject)
    {
        var task = plan.Task((int)subject.Number)!;
        if (subject.Kind == LightSubjectKind.Task)
        {
            return (task.Lead, new() { Concern = Code.Of(ConcernKind.Task), Reference = FormattableString.Invariant($"{task.Number}"), About = FormattableString.Invariant($"{task.Number} {task.Title}") });
        }

        var item = task.WorkItems.First(i => i.Number == subject.Part);
        var reference = FormattableString.Invariant($"{item.Task}/{item.Number}");
        return (CheckInDuties.LeadOf(task, item), new() { Concern = Code.Of(ConcernKind.Item), Reference = reference, About = $"{reference} {item.Text}" });
    }

    private static async Task<(string? Unit, MessageDetails Details)> TargetAsync(
        Change change, CityPlan plan, LightSubject subject, CancellationToken cancellation)
    {
        var target = await (
            from figure in change.Context.Figures
            where figure.Id == subject.Number
            join series in change.Context.Series on figure.SeriesId equals series.Id
            join indicator in change.Context.Indicators on series.IndicatorCode equals indicator.Code
            select new { series.IndicatorCode, series.UnitCode, figure.PeriodCode, figure.PeriodKind, series.Measure, series.Benchmark, indicator.Name })
            .SingleAsync(cancellation);
        var of = new CommitmentTarget(target.IndicatorCode, target.UnitCode, target.PeriodCode, target.PeriodKind, target.Measure, target.Benchmark);
        return (
            plan.Commitments.FirstOrDefault(c => c.Target.Overlaps(of))?.Owner,
            new() { Concern = Code.Of(ConcernKind.Target), Reference = FormattableString.Invariant($"f{subject.Number:D10}"), About = Period.FromCode(target.PeriodCode, target.PeriodKind).Naming(target.Name) });
    }
}
