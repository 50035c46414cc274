using System.Collections.Immutable;
using System.Data;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Supervision;

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
        var snapshot = new Snapshot
        {
            PlanBook = PlanBook.Of(await PlanReader.ReadAsync(context, cancellation), []),
            PlanChangedAt = await context.PlanState.Select(s => s.ChangedAt).SingleOrDefaultAsync(cancellation),
            Catalogue = catalogue,
            Rules = await RulesAsync(context, catalogue, cancellation),
            Demonstration = await context.Demonstration.AnyAsync(cancellation),
            LeftOut = leftOut.All,
        };
        return await GrownAsync(snapshot, context, cancellation);
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
        return await GrownAsync(held, context, cancellation);
    }

    /// <summary>Has the figures of a snapshot kept for the next start, where that is due.</summary>
    internal void Keep(Snapshot snapshot, AsOf now) => cache?.Offer(snapshot, now);

    /// <summary>A snapshot with what is new in the tables that only grow.</summary>
    private async Task<Snapshot> GrownAsync(Snapshot held, DashboardContext context, CancellationToken cancellation)
    {
        var marks = await Marks.ReadAsync(context, cancellation);
        var accounts = await ConductReader.AccountsAsync(context, held.Accounts, cancellation);
        var (snapshot, before) = (held, held.Marks);
        if (!ReferenceEquals(accounts, held.Accounts))
        {
            // What holds the names of people is read again after a rename or an erasure.
            snapshot = held with
            {
                Origins = ImmutableDictionary<long, FigureOrigin>.Empty,
                Progress = [],
                LightOverrides = [],
                Judgements = [],
                Risks = [],
                AssessmentRules = [],
                Chains = [],
                CheckIns = CheckInBook.Empty,
                Notices = NoticeBook.Empty,
            };
            before = null;
        }

        var leftOut = new LeftOutRows(snapshot.LeftOut);
        var sources = await NewAsync(m => m.Sources, snapshot.Sources, CitedAsync);
        var figured = await FiguresAsync(snapshot, marks, sources, leftOut, context, cancellation);
        return figured with
        {
            Marks = marks,
            Sources = sources,
            Accounts = accounts,
            Origins = await NewAsync(m => m.Figures, snapshot.Origins, OriginsAsync),
            Progress = await NewAsync(m => m.Progress, snapshot.Progress, progress => ProgressReader.ReadAsync(context, progress, cancellation)),
            PlanBook = await NewAsync(
                m => m.LastStatement, snapshot.PlanBook,
                async book => book.With(await PlanStatementReader.ReadAsync(context, held.Marks?.LastStatement ?? 0, leftOut, cancellation))),
            LightSettings = await NewAsync(
                m => m.LightSettings, snapshot.LightSettings,
                async own => await LightReader.SettingsAsync(context, cancellation) is var read && read.Versions.SequenceEqual(own.Versions) ? own : read),
            LightOverrides = await NewAsync(m => m.LightOverrides, snapshot.LightOverrides, overrides => LightReader.OverridesAsync(context, overrides, cancellation)),
            Judgements = await NewAsync(m => m.Judgements, snapshot.Judgements, judgements => JudgementReader.JudgementsAsync(context, judgements, cancellation)),
            Risks = await NewAsync(m => m.Risks, snapshot.Risks, risks => JudgementReader.RisksAsync(context, risks, cancellation)),
            AssessmentRules = await NewAsync(m => m.AssessmentRules, snapshot.AssessmentRules, rules => ConductReader.RulesAsync(context, rules, cancellation)),
            Chains = await NewAsync(m => m.Chains, snapshot.Chains, chains => ConductReader.ChainsAsync(context, chains, cancellation)),
            CheckIns = await NewAsync(m => (m.CheckIns, m.CheckInDecisions), snapshot.CheckIns, book => CheckInReader.ReadAsync(context, book, cancellation)),
            Notices = await NewAsync(m => (m.Notices, m.NoticeEvents), snapshot.Notices, book => NoticeReader.ReadAsync(context, book, cancellation)),
            Reviews = await NewAsync(
                m => (m.Reviews, m.ReviewPacks, m.ReviewVerdicts, m.ReviewMatters, m.ReviewMatterReports), snapshot.Reviews, _ => ReviewReader.ReadAsync(context, leftOut, cancellation)),
            Pledges = await NewAsync(m => (m.Proposals, m.ProposalDecisions, m.Signatures), snapshot.Pledges, _ => PledgeReader.ReadAsync(context, leftOut, cancellation)),
            Past = cache is null ? null : await cache.PastAsync(context, figured.Figures.Count, cancellation),
            LeftOut = leftOut.All,
        };

        // What is held where its table goes as far as it did.
        async Task<T> NewAsync<T, TMark>(Func<Marks, TMark> mark, T own, Func<T, Task<T>> readAsync) =>
            before is not null && EqualityComparer<TMark>.Default.Equals(mark(before), mark(marks)) ? own : await readAsync(own);

        async Task<IReadOnlyList<SourceDocument>> CitedAsync(IReadOnlyList<SourceDocument> own) =>
            [.. own, .. await SourcesAsync(context, own is [.., var last] ? last.Id : 0, cancellation)];

        async Task<ImmutableDictionary<long, FigureOrigin>> OriginsAsync(ImmutableDictionary<long, FigureOrigin> own)
        {
            if (before is null) leftOut.Forget("figure_origins");
            var added = await OriginReader.ReadAsync(context.Connection(), before?.Figures ?? 0, leftOut, cancellation);
            return own.SetItems(added.Select(o => KeyValuePair.Create(o.Figure, o)));
        }
    }

    /// <summary>A snapshot with the figures and withdrawals that are new.</summary>
    private async Task<Snapshot> FiguresAsync(
        Snapshot snapshot, Marks marks, IReadOnlyList<SourceDocument> sources, LeftOutRows leftOut, DashboardContext context, CancellationToken cancellation)
    {
        var (lastFigure, lastWithdrawal) = (snapshot.Marks?.Figures ?? 0, snapshot.Marks?.Withdrawals ?? 0);
        if (lastFigure == (marks.Figures ?? 0) && lastWithdrawal == (marks.Withdrawals ?? 0)) return snapshot;
        var connection = context.Connection();
        var reader = new FigureReader(snapshot.Catalogue, id => Snapshot.Source(sources, id), leftOut);
        var withdrawals = lastWithdrawal == (marks.Withdrawals ?? 0) ? [] : await FigureReader.WithdrawalsAsync(context, lastWithdrawal, cancellation);
        if (lastFigure > 0) return await WithAddedAsync(snapshot, lastFigure, lastWithdrawal);

        var series = await reader.SeriesAsync(connection, cancellation);
        if (cache is not null
            && await cache.ReadAsync(context, snapshot, id => series.GetValueOrDefault(id).Series, id => Snapshot.Source(sources, id), cancellation) is { } kept)
        {
            var book = FigureBook.Of(kept.Figures, WithdrawalsOf(w => w <= kept.LastWithdrawalId));
            var held = snapshot with { Figures = book };
            return await WithAddedAsync(kept.Digest(snapshot.Rules, book) is { } digest ? held.From(digest) : held, kept.LastId, kept.LastWithdrawalId);
        }

        var packer = new FigurePacker();
        await reader.PackAsync(connection, series, packer, cancellation);
        var (packed, all) = (packer.Pack(), WithdrawalsOf(_ => true));
        return snapshot with { Figures = packed.Count + all.Length == 0 ? snapshot.Figures : FigureBook.Of(packed, all) };

        async Task<Snapshot> WithAddedAsync(Snapshot held, long afterFigure, long afterWithdrawal)
        {
            var (added, withdrawn) = (await reader.FiguresAsync(connection, held.Figures, afterFigure, cancellation), WithdrawalsOf(w => w > afterWithdrawal));
            return held with { Figures = added.Count + withdrawn.Length == 0 ? held.Figures : held.Figures.With(added, withdrawn) };
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
