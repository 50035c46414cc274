using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Judgements;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Judgements;
using Xinzhou.Dashboard.Domain.Progress.Lights;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>Made-up judgements of the inspection office, some of which differ from the lights, and what tasks may fail by.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="clock">The clock of the demonstration.</param>
/// <param name="supervisor">Who judges.</param>
/// <param name="units">The codes of the made-up units.</param>
internal sealed class DemonstrationJudgements(
    IDbContextFactory<DashboardContext> contexts, DemonstrationClock clock, Actor supervisor, IReadOnlyList<string> units)
{
    /// <param name="board">The lights of the moment.</param>
    /// <param name="now">The present moment.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task EnterAsync(LightBoard board, DateTimeOffset now, CancellationToken cancellation)
    {
        var (judgements, risks) = (new TaskJudgements(contexts, clock), new TaskRisks(contexts, clock));
        clock.Now = now.AddDays(-6);
        foreach (var light in board.Tasks.Where(t => t.Colour != LightColour.Grey).Take(14))
        {
            var task = (int)light.Subject.Number;
            Must(await judgements.JudgeAsync(task, ConfidenceIn(light.Colour, task), "演示判断：现场查看并约谈责任人", null, supervisor, cancellation));
        }

        foreach (var light in board.Tasks.Where(t => t.Colour is LightColour.Red or LightColour.Amber).Take(6))
        {
            var task = (int)light.Subject.Number;
            var entry = task % 3 == 0
                ? new RiskEntry { Kind = RiskKind.Dependency, What = "演示依赖：须先完成用地审批", Effect = RiskEffect.Serious, OnTask = task == 1 ? 2 : 1, Owner = units[task % units.Count] }
                : new RiskEntry
                {
                    Kind = RiskKind.Risk,
                    What = "演示风险：配套资金不能按时到位",
                    Likelihood = (RiskLikelihood)(task % 3),
                    Effect = RiskEffect.Severe,
                    Owner = units[task % units.Count],
                    Person = $"演示责任人{task}",
                    Measure = task % 2 == 0 ? "演示措施：申请专项债券" : null,
                };
            Must((await risks.SaveAsync(task, null, entry, null, supervisor, cancellation)).Refusal);
        }

        clock.Now = now;
    }

    // Every fourth differs from the light.
    private static Confidence ConfidenceIn(LightColour colour, int task) => (colour, task % 4) switch
    {
        (LightColour.Green, 0) => Confidence.Doubtful,
        (LightColour.Green or LightColour.Blue, _) => Confidence.VeryLikely,
        (LightColour.Red, 0) => Confidence.LikelyWithRisk,
        (LightColour.Red, _) => Confidence.Unlikely,
        (_, 0) => Confidence.Unlikely,
        _ => Confidence.LikelyWithRisk,
    };

    private static void Must(ChangeRefusal? refusal)
    {
        if (refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }
}
