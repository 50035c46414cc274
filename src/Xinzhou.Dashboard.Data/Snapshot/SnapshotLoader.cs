using System.Data;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>Reads a snapshot from PostgreSQL: whole, or what has been added to the figures of one that is held.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="cache">Has figures that need not be read; null where none has.</param>
public sealed class SnapshotLoader(IDbContextFactory<DashboardContext> contexts, FigureCache? cache = null)
{
    /// <summary>Reads everything, as of one moment of the database.</summary>
    public async Task<Snapshot> LoadAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var leftOut = new LeftOutRows([]);
        var catalogue = await CatalogueReader.ReadAsync(context, leftOut, cancellation);
        var sources = await SourcesAsync(context, 0, cancellation);
        var snapshot = new Snapshot
        {
            PlanBook = PlanBook.Of(await PlanReader.ReadAsync(context, cancellation), []),
            PlanChangedAt = await context.PlanState.Select(s => s.ChangedAt).SingleOrDefaultAsync(cancellation),
            Catalogue = catalogue,
            Rules = await RulesAsync(context, catalogue, cancellation),
            Demonstration = await context.Demonstration.AnyAsync(cancellation),
            LeftOut = leftOut.All,
        };
        return await WithFiguresAsync(snapshot, sources, context, cancellation);
    }

    /// <summary>
    /// Reads the figures, withdrawals, sources and progress, what was said of the plan and decided of lights since
    /// <paramref name="held"/>. Writers take turns, so that their numbers are in the order of commit. The article's plan and the
    /// catalogue are taken from what is held.
    /// </summary>
    public async Task<Snapshot> CatchUpAsync(Snapshot held, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(held);
        await using var context = await contexts.ReadAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var added = await SourcesAsync(context, held.Sources.Count == 0 ? 0 : held.Sources[^1].Id, cancellation);
        return await WithFiguresAsync(held, added.Count == 0 ? held.Sources : [.. held.Sources, .. added], context, cancellation);
    }

    /// <summary>Has the figures of a snapshot kept for the next start, where that is due.</summary>
    internal void Keep(Snapshot snapshot, AsOf now) => cache?.Offer(snapshot, now);

    private async Task<Snapshot> WithFiguresAsync(
        Snapshot snapshot, IReadOnlyList<SourceDocument> sources, DashboardContext context, CancellationToken cancellation)
    {
        var connection = context.Connection();
        var leftOut = new LeftOutRows(snapshot.LeftOut);
        var reader = new FigureReader(snapshot.Catalogue, id => Snapshot.Source(sources, id), leftOut);
        var withdrawals = await FigureReader.WithdrawalsAsync(context, snapshot.LastWithdrawalId, cancellation);
        var figured = await FiguresAsync(snapshot, reader, sources, withdrawals, context, cancellation);
        var origins = await OriginReader.ReadAsync(connection, snapshot.LastFigureId, leftOut, cancellation);
        var progress = await ProgressReader.ReadAsync(context, snapshot.Progress is [.., var last] ? last.Id : 0, cancellation);
        var (statements, lastStatement) = await PlanStatementReader.ReadAsync(context, snapshot.LastPlanStatementId, leftOut, cancellation);
        var accounts = await ConductReader.AccountsAsync(context, snapshot.Accounts, cancellation);
        // These hold the names of people: after a rename or an erasure they are read again.
        var named = ReferenceEquals(accounts, snapshot.Accounts) ? snapshot
            : snapshot with { Judgements = [], Risks = [], AssessmentRules = [], Chains = [] };
        return figured with
        {
            Sources = sources,
            PlanBook = snapshot.PlanBook.With(statements),
            LastPlanStatementId = lastStatement,
            LightSettings = await LightReader.SettingsAsync(context, snapshot.LightSettings, cancellation),
            LightOverrides = await LightReader.OverridesAsync(context, snapshot.LightOverrides, cancellation),
            Judgements = await JudgementReader.JudgementsAsync(context, named.Judgements, cancellation),
            Risks = await JudgementReader.RisksAsync(context, named.Risks, cancellation),
            AssessmentRules = await ConductReader.RulesAsync(context, named.AssessmentRules, cancellation),
            Chains = await ConductReader.ChainsAsync(context, named.Chains, cancellation),
            Accounts = accounts,
            CheckIns = await CheckInReader.ReadAsync(context, snapshot.CheckIns, cancellation),
            Notices = await NoticeReader.ReadAsync(context, snapshot.Notices, cancellation),
            Reviews = await ReviewReader.ReadAsync(context, snapshot.Reviews, leftOut, cancellation),
            Pledges = await PledgeReader.ReadAsync(context, snapshot.Pledges, leftOut, cancellation),
            Progress = progress.Count == 0 ? snapshot.Progress : [.. snapshot.Progress, .. progress],
            Origins = snapshot.Origins.SetItems(origins.Select(o => KeyValuePair.Create(o.Figure, o))),
            Past = cache is null ? null : await cache.PastAsync(context, figured.Figures.Count, cancellation),
            LeftOut = leftOut.All,
            LastWithdrawalId = withdrawals.Count == 0 ? snapshot.LastWithdrawalId : withdrawals[^1].Id,
        };
    }

    /// <summary>A snapshot with the figures and withdrawals that are new.</summary>
    private async Task<Snapshot> FiguresAsync(
        Snapshot snapshot,
        FigureReader reader,
        IReadOnlyList<SourceDocument> sources,
        IReadOnlyList<(long Id, Withdrawal Withdrawal)> withdrawals,
        DashboardContext context,
        CancellationToken cancellation)
    {
        var connection = context.Connection();
        if (snapshot.LastFigureId > 0) return await GrownAsync(snapshot, snapshot.LastFigureId, 0);

        var series = await reader.SeriesAsync(connection, cancellation);
        if (cache is not null
            && await cache.ReadAsync(context, snapshot, id => series.GetValueOrDefault(id).Series, id => Snapshot.Source(sources, id), cancellation) is { } kept)
        {
            var book = FigureBook.Of(kept.Figures, WithdrawalsOf(w => w <= kept.LastWithdrawalId));
            var held = snapshot with { Figures = book };
            return await GrownAsync(kept.Digest(snapshot.Rules, book) is { } digest ? held.From(digest) : held, kept.LastId, kept.LastWithdrawalId);
        }

        var packer = new FigurePacker();
        await reader.PackAsync(connection, series, packer, cancellation);
        var (packed, all) = (packer.Pack(), WithdrawalsOf(_ => true));
        return snapshot with { Figures = packed.Count + all.Length == 0 ? snapshot.Figures : FigureBook.Of(packed, all), LastFigureId = reader.LastId };

        async Task<Snapshot> GrownAsync(Snapshot held, long lastFigure, long lastWithdrawal)
        {
            var (added, withdrawn) = (await reader.FiguresAsync(connection, held.Figures, lastFigure, cancellation), WithdrawalsOf(w => w > lastWithdrawal));
            return held with
            {
                Figures = added.Count + withdrawn.Length == 0 ? held.Figures : held.Figures.With(added, withdrawn),
                LastFigureId = Math.Max(lastFigure, reader.LastId),
            };
        }

        Withdrawal[] WithdrawalsOf(Func<long, bool> of) => [.. withdrawals.Where(w => of(w.Id)).Select(w => w.Withdrawal)];
    }

    internal static async Task<RuleBook> RulesAsync(DashboardContext context, Catalogue catalogue, CancellationToken cancellation) =>
        RuleBook.Parse(
            (await context.Rules.OrderBy(r => r.Order).ThenBy(r => r.Code).Select(r => new { r.Code, r.Definition }).ToListAsync(cancellation))
                .Select(r => (r.Code, r.Definition)),
            catalogue);

    // Those left out are counted by their figures.
    internal static Task<List<SourceDocument>> SourcesAsync(DashboardContext context, int after, CancellationToken cancellation) =>
        KnownRows.ReadAsync(context, context.SourceDocuments.Where(s => s.Id > after).OrderBy(s => s.Id), "source_documents", null, cancellation);
}
