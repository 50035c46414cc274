using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// What a file says, read against the catalogue. Reading takes no lock: a faulty file is refused at once, and a long one
/// keeps nobody waiting.
/// </summary>
internal sealed record ImportReading
{
    /// <summary>What the file says.</summary>
    public required FigureReading Figures { get; init; }

    /// <summary>What it was read against.</summary>
    public required Catalogue Catalogue { get; init; }

    public required DateTimeOffset? CatalogueChangedAt { get; init; }
    public required IReadOnlyDictionary<string, Reliability> ReliabilityOfHosts { get; init; }

    /// <param name="context">The context.</param>
    /// <param name="table">The rows of the file.</param>
    /// <param name="settings">How it is to be imported.</param>
    /// <param name="now">The moment of the import.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ImportReading> ReadAsync(
        DashboardContext context, SourceTable table, ImportSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        // The moment first: what changes in between is taken for changed, not missed.
        var changedAt = await CatalogueChangedAtAsync(context, cancellation);
        var catalogue = await CatalogueReader.ReadAsync(context, null, cancellation);
        var hosts = await ReliabilityOfHostsAsync(context, cancellation);
        return new()
        {
            Figures = FigureTableReader.Read(table, new()
            {
                Catalogue = catalogue,
                Now = now,
                Create = settings.Create,
                Published = settings.Published,
                PublishedToMonth = settings.PublishedToMonth,
                ReliabilityOfHosts = hosts,
            }),
            Catalogue = catalogue,
            CatalogueChangedAt = changedAt,
            ReliabilityOfHosts = hosts,
        };
    }

    /// <summary>The same as it is to be recorded at a later moment, read anew if what it was read against has changed.</summary>
    /// <param name="context">Under the lock of those who write figures.</param>
    /// <param name="table">The rows of the file.</param>
    /// <param name="settings">How it is to be imported.</param>
    /// <param name="now">The moment of recording.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<ImportReading> AtAsync(
        DashboardContext context, SourceTable table, ImportSettings settings, DateTimeOffset now, CancellationToken cancellation)
    {
        var hosts = await ReliabilityOfHostsAsync(context, cancellation);
        if (CatalogueChangedAt != await CatalogueChangedAtAsync(context, cancellation)
            || hosts.Count != ReliabilityOfHosts.Count || hosts.Except(ReliabilityOfHosts).Any())
        {
            return await ReadAsync(context, table, settings, now, cancellation);
        }

        return this with { Figures = Figures.At(now) };
    }

    private static async Task<DateTimeOffset?> CatalogueChangedAtAsync(DashboardContext context, CancellationToken cancellation) =>
        await context.PlanState.Select(p => (DateTimeOffset?)p.ChangedAt).SingleOrDefaultAsync(cancellation);

    private static async Task<IReadOnlyDictionary<string, Reliability>> ReliabilityOfHostsAsync(
        DashboardContext context, CancellationToken cancellation) =>
        (await context.ReliabilityOverrides.AsNoTracking().ToListAsync(cancellation))
        .ToDictionary(o => o.Host, o => o.Reliability, StringComparer.OrdinalIgnoreCase);
}
