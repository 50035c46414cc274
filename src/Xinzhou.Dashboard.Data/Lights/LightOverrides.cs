using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Lights;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Lights;

/// <summary>
/// What a leader or a supervisor decides in place of a light's rules, with a reason and an end. Nothing is overwritten: a
/// later decision takes the place of the earlier, and so does lifting it.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class LightOverrides(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Decides a colour.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="colour">What is to be shown.</param>
    /// <param name="until">The last day that it holds; today or later.</param>
    /// <param name="seen">The number of the last decision that was seen, be it lifted or over; null if there was none.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<LightFault>> SetAsync(
        LightSubject subject, LightColour colour, DateOnly until, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (Refusal(actor, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Lights, cancellation);
        var last = await LastAsync(change.Context, subject, cancellation);
        if (SeenVersion.Refusal(last?.Id, seen) is { } outdated) return outdated;
        if (!await ExistsAsync(change.Context, subject, change.Now, cancellation)) return ChangeRefusal.NotFound;
        var today = Shanghai.DayOf(change.Now);
        if (until < today) return new(ChangeRefusal.Faulty, [LightFault.EndPassed]);
        if (IsInForce(last, today) && (last.Colour, last.Until, last.Reason) == (colour, until, reason!.Trim())) return ChangeRefusal.Unchanged;
        return await SaveAsync(change, subject, colour, until, reason!.Trim(), isLifted: false, actor, cancellation);
    }

    /// <summary>Gives a light back to its rules.</summary>
    /// <param name="subject">Of what.</param>
    /// <param name="seen">The number of the decision that was seen.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<LightFault>> LiftAsync(
        LightSubject subject, long seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (Refusal(actor, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Lights, cancellation);
        var last = await LastAsync(change.Context, subject, cancellation);
        if (SeenVersion.Refusal(last?.Id, seen) is { } outdated) return outdated;
        if (!IsInForce(last, Shanghai.DayOf(change.Now))) return ChangeRefusal.NotFound;
        return await SaveAsync(change, subject, last.Colour, last.Until, reason!.Trim(), isLifted: true, actor, cancellation);
    }

    // Both who sets the targets and who keeps the plan; each has the right under another name.
    private static ChangeRefusal? Refusal(Actor actor, string? reason) =>
        ChangeReason.Refusal(actor, actor.Role.Has(Right.SetTargets) ? Right.SetTargets : Right.EditPlan, reason);

    private static bool IsInForce([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] LightOverrideEntity? last, DateOnly today) =>
        last is { IsLifted: false } && last.Until >= today;

    private static Task<LightOverrideEntity?> LastAsync(DashboardContext context, LightSubject subject, CancellationToken cancellation)
    {
        var text = subject.ToString();
        return context.LightOverrides.AsNoTracking().Where(o => o.Subject == text).OrderByDescending(o => o.Id).FirstOrDefaultAsync(cancellation);
    }

    private static async Task<bool> ExistsAsync(DashboardContext context, LightSubject subject, DateTimeOffset now, CancellationToken cancellation)
    {
        if (subject.Kind == LightSubjectKind.Target)
        {
            return await context.Figures.AnyAsync(f => f.Id == subject.Number && f.Kind == ValueKind.Target, cancellation);
        }

        var task = (await PlanImportReading.BookAsync(context, cancellation)).At(new AsOf(now)).Task((int)subject.Number);
        return subject.Kind == LightSubjectKind.Task ? task is not null : task?.WorkItems.Any(i => i.Number == subject.Part && !i.IsWithdrawn) == true;
    }

    private static async Task<ChangeOutcome<LightFault>> SaveAsync(
        Change change, LightSubject subject, LightColour colour, DateOnly until, string reason, bool isLifted, Actor actor, CancellationToken cancellation)
    {
        change.Context.Add(new LightOverrideEntity
        {
            Subject = subject.ToString(),
            Colour = colour,
            Reason = reason,
            Until = until,
            IsLifted = isLifted,
            DecidedBy = actor.Id,
            DecidedAt = change.Now,
        });
        change.Audit(isLifted ? "light.lift" : "light.override", $"light {subject}", new { reason, colour, until });
        await LightMessages.DecidedAsync(change, subject, isLifted ? null : colour, until, reason, cancellation);
        await change.CommitAsync(cancellation);
        return new();
    }
}
