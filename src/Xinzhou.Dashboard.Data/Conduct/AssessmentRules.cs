using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Conduct;
using Xinzhou.Dashboard.Domain.Conduct;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Conduct;

/// <summary>
/// How counts become a score, with its history. The system administrator enters it: whoever issues notices or is judged by them does not make
/// the yardstick. Without a rule there is no score.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class AssessmentRules(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>Sets the rule from now on; sheets of days before go by the rule of their day.</summary>
    /// <param name="rule">What is to hold; null takes the rule away.</param>
    /// <param name="seen">The number of the version that was seen; null if there was none.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<AssessmentRuleFault>> SaveAsync(
        AssessmentRule? rule, long? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        if (rule is { IsSound: false }) return new(ChangeRefusal.Faulty, [AssessmentRuleFault.NotSound]);
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Conduct, cancellation);
        var held = await change.Context.AssessmentRules.AsNoTracking().OrderByDescending(r => r.Id).FirstOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(held?.Id, seen) is { } outdated) return outdated;
        var before = held?.Rule();
        if (before == rule) return ChangeRefusal.Unchanged;
        change.Context.Add(new AssessmentRuleEntity
        {
            StartPoints = rule?.Start,
            OnTimeRate = rule?.OnTimeRate,
            Late = rule?.Late,
            DaysLate = rule?.DaysLate,
            SentBack = rule?.SentBack,
            CheckInsMissed = rule?.CheckInsMissed,
            NoticesLate = rule?.NoticesLate,
            NoticesClosedInTime = rule?.NoticesClosedInTime,
            RedLights = rule?.RedLights,
            SetBy = actor.Id,
            SetAt = change.Now,
            Reason = reason!.Trim(),
        });
        change.Audit("assessment.rule", "", new { reason = reason.Trim(), before, after = rule });
        await change.CommitAsync(cancellation);
        return new();
    }
}
