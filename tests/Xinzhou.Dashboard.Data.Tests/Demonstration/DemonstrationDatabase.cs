using Xinzhou.Dashboard.Data.Demonstration;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Demonstration;

/// <summary>An installation with the reference data in which the demonstration was loaded on a set day.</summary>
public sealed class DemonstrationDatabase : PostgresDatabase, IAsyncDisposable
{
    private readonly SnapshotStore _snapshots = new();

    /// <summary>When it is loaded; in November the third quarter is being reported.</summary>
    public DateTimeOffset Day { get; init; } = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));

    /// <summary>What it holds.</summary>
    public Data.Snapshot.Snapshot Snapshot => _snapshots.Current;

    public ReturnList Returns => new(Contexts, _snapshots, new StandingClock(Day));

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        Assert.True(await ReferenceImport.EnterAsync(Contexts, new StandingClock(Day)));
        Assert.True(await LoadAsync());
        _snapshots.Replace(await new SnapshotLoader(Contexts).LoadAsync());
    }

    /// <summary>Loads it, or refuses to.</summary>
    public Task<bool> LoadAsync() => new DemonstrationData(Contexts, new StandingClock(Day)).LoadAsync();

    public async Task<Return> FindAsync(ReturnSummary summary) => (await Returns.FindAsync(summary.Id))!;

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();
}
