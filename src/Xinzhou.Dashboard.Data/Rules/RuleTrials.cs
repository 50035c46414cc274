using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>
/// 试算: how often a definition would fire, over the published figures of the snapshot and over the returns that are not
/// released (what is released is published). It reads only, and gives up after <see cref="Timeout"/>.
/// </summary>
/// <param name="returns">Lists and reads returns.</param>
/// <param name="snapshots">Gives the figures.</param>
/// <param name="time">The clock.</param>
public sealed class RuleTrials(ReturnList returns, SnapshotStore snapshots, TimeProvider time)
{
    /// <summary>The most figures, and the most entries, that are listed.</summary>
    public const int MaxListed = 50;

    /// <summary>The maximum number of returns that are looked at, the newest first.</summary>
    public const int MaxReturns = 200;

    /// <summary>The longest that a trial may take.</summary>
    public static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Tries a definition that makes sense.</summary>
    /// <param name="code">The code of the rule; a rule in force of the same code is compared with.</param>
    /// <param name="definition">What the rule would say.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<RuleTrialResult> RunAsync(string code, RuleDefinition definition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        var begun = time.GetTimestamp();
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        timeout.CancelAfter(Timeout);
        var snapshot = snapshots.Current;
        var rule = definition.ToRule(code, snapshot.Catalogue);
        (RuleTrial? published, EntryTrial? entered) = (null, null);
        try
        {
            var view = snapshot.Figures.At(new(time.GetUtcNow()));
            published = RuleTrial.Run(rule, snapshot.Rules.Rules.FirstOrDefault(r => r.Code == code), view, MaxListed, timeout.Token);
            entered = await EnteredAsync(rule, snapshot.Figures, timeout.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            // What was found in time is worth knowing.
        }

        return new(published, entered, time.GetElapsedTime(begun));
    }

    private async Task<EntryTrial> EnteredAsync(Rule rule, FigureBook book, CancellationToken cancellation)
    {
        var unreleased = await returns.UnreleasedAsync(MaxReturns, cancellation);
        var judge = new ReturnJudge(book, new([rule]), time.GetUtcNow());
        var (judged, fired) = (0, new List<(Return, SheetCell, Finding)>());
        foreach (var id in unreleased)
        {
            if (await returns.FindAsync(id, cancellation) is not { } filled) continue;
            foreach (var cell in judge.Judge(filled).Cells.Where(c => c.Figure is { } figure && rule.Concerns(figure.Series)))
            {
                judged++;
                if (cell.Findings.Count > 0) fired.Add((filled, cell, cell.Findings[0]));
            }

            cancellation.ThrowIfCancellationRequested();
        }

        return new(unreleased.Count, judged, fired);
    }
}
