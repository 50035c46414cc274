using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Entry.Grid.Saving;

namespace Xinzhou.Dashboard.Browser.Tests.Entry;

/// <summary>
/// <c>eng/bench save</c>: what it costs to save one cell, and a pasted block of two hundred, in a form whose every series
/// has 33 years of months of four vintages; and of that to judge the return. Time, allocations and statements.
/// </summary>
internal static class SaveBench
{
    private const int Rows = 200;
    private const int FirstYear = 1993;
    private const int Figures = Rows * (2025 - FirstYear + 1) * 12 * 4;

    // As the scratch data of eng/bench scale, for the series of the form alone.
    private const string History =
        """
        ALTER TABLE figures DISABLE TRIGGER USER;
        INSERT INTO series (indicator_code, unit_code, measure)
        SELECT r.indicator_code, r.unit_code, 'level' FROM form_rows r ON CONFLICT DO NOTHING;
        INSERT INTO source_documents (identity, address, title, reliability) VALUES ('https://bulletin.invalid/', 'https://bulletin.invalid/', 'Bulletin', 'official');
        INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, vintage_label, known_from, known_from_basis,
            recorded_at, source_id, source_text, reliability)
        SELECT s.id,
            p.y || CASE p.m WHEN 12 THEN '-FY' WHEN 1 THEN '-M01' WHEN 3 THEN '-Q1' WHEN 6 THEN '-H1' WHEN 9 THEN '-9M' ELSE '-M01-' || lpad(p.m::text, 2, '0') END,
            CASE p.m WHEN 12 THEN 'year' ELSE 'ytd' END, 'actual', round(p.m * (20 + v.n * 0.1) * (1 + (p.y - 1990) * 0.05), 1), i.uom, v.stage, '',
            make_timestamptz(p.y, p.m, 28, 0, 0, 0, 'UTC') + v.after, 'stated', make_timestamptz(p.y, p.m, 28, 0, 0, 0, 'UTC') + v.after,
            (SELECT max(id) FROM source_documents), 'Bulletin', 'official'
        FROM form_rows r JOIN series s USING (indicator_code, unit_code, measure) JOIN indicators i ON i.code = r.indicator_code,
            (SELECT y, m FROM generate_series(1993, 2025) y, generate_series(1, 12) m) p,
            (VALUES (0, 'flash', interval '10 days'), (1, 'preliminary', interval '20 days'), (2, 'final', interval '25 days'), (3, 'revised', interval '26 days')) v (n, stage, after);
        ALTER TABLE figures ENABLE TRIGGER USER;
        SELECT pg_notify('dashboard', 'plan')
        """;

    private static readonly Stretch Measured = new();

    public static async Task<int> RunAsync()
    {
        var app = new DashboardApp();
        await app.InitializeAsync();
        try
        {
            var (owner, application) = (app.Database.Owner, app.Database.App);
            var made = await IndustryQuarter.MakeAsync(owner, application, await CountyRows.ReadAsync(application, Rows));
            await using (var history = owner.CreateCommand(History))
            {
                history.CommandTimeout = 300;
                await history.ExecuteNonQueryAsync();
            }

            var snapshots = app.Services.GetRequiredService<SnapshotStore>();
            while (snapshots.Current.Figures.Count < Figures) await Task.Delay(100);
            await using var scope = app.Services.CreateAsyncScope();
            var (saver, returns) = (scope.ServiceProvider.GetRequiredService<CellSaver>(), app.Services.GetRequiredService<ReturnList>());
            var round = 0;

            await MeasureAsync("save one cell", 60, () => SaveAsync(1));
            await MeasureAsync($"paste {Rows} cells", 15, () => SaveAsync(Rows));
            var filled = (await returns.FindAsync(made.Return))!;
            await MeasureAsync($"judge the return with {filled.Cells.Count} cells", 60, () =>
            {
                Measured.Start();
                _ = snapshots.Current.Judge(TimeProvider.System.GetUtcNow()).Judge(filled);
                Measured.Stop();
                return Task.CompletedTask;
            });
            return 0;

            async Task SaveAsync(int cells)
            {
                var held = (await returns.FindAsync(made.Return))!.Cells;
                var first = cells == 1 ? round % Rows : 0;
                var sent = Enumerable.Range(first + 1, cells).Select(row => new SentCell(
                    $"{row}-value", held.GetValueOrDefault(IndustryQuarter.Value(row))?.Version ?? 0,
                    string.Create(CultureInfo.InvariantCulture, $"{500 + round}.{row % 10}"))).ToArray();
                round++;
                Measured.Start();
                var (refusal, now, _) = await saver.SaveAsync(made.Return, sent, held.Values.Sum(c => c.Version), made.Reporter, CancellationToken.None);
                Measured.Stop();
                if (refusal is not null || now!.Issues.Count > 0) throw new InvalidOperationException($"{refusal} {now?.Issues.Count}");
            }
        }
        finally
        {
            await app.DisposeAsync();
        }
    }

    private static async Task MeasureAsync(string what, int times, Func<Task> act)
    {
        for (var i = 0; i < 5; i++) await act();
        var (spent, bytes, statements) = (new List<double>(), new List<double>(), new List<double>());
        for (var i = 0; i < times; i++)
        {
            await act();
            spent.Add(Measured.Milliseconds);
            bytes.Add(Measured.Bytes / 1e6);
            statements.Add(Measured.Statements);
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{what}: median {Median(spent):0.0} ms, p95 {spent.Order().ElementAt((int)(0.95 * (times - 1))):0.0} ms, {Median(bytes):0.00} MB allocated, {Median(statements):0} statements"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>What happened between start and stop, in the whole process.</summary>
    private sealed class Stretch
    {
        private long _begun;
        private long _allocated;
        private int _statements;

        public Stretch() => ActivitySource.AddActivityListener(new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.PropagationData,
            ActivityStarted = _ => Interlocked.Increment(ref _statements),
        });

        public double Milliseconds { get; private set; }

        public long Bytes { get; private set; }

        public int Statements { get; private set; }

        public void Start()
        {
            _statements = 0;
            _allocated = GC.GetTotalAllocatedBytes(precise: true);
            _begun = Stopwatch.GetTimestamp();
        }

        public void Stop()
        {
            Milliseconds = Stopwatch.GetElapsedTime(_begun).TotalMilliseconds;
            Bytes = GC.GetTotalAllocatedBytes(precise: true) - _allocated;
            Statements = _statements;
        }
    }
}
