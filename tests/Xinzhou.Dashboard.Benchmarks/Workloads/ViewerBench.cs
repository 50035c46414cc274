using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;
using Xinzhou.Dashboard.Browser.Tests.Live;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W8: the memory that a viewer of a reading page takes, beyond that of those before him.</summary>
internal static class ViewerBench
{
    private const string Path = "/indicators/gdp";

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 8 }) { BaseAddress = new(town.Address) };
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        var viewers = new List<LightViewer>();
        var table = new Table("W8: memory of the process, by viewers of /indicators/gdp", "resident, MB", "KB a viewer since the line before");
        try
        {
            // What is compiled and kept for all comes with the first.
            await OpenAsync(50);
            var before = await SettledAsync();
            table.Add("50 viewers", [], Spread.Of([before]), null);
            foreach (var count in arguments.Viewers)
            {
                var added = count - viewers.Count;
                if (added <= 0) continue;
                await OpenAsync(count);
                var now = await SettledAsync();
                table.Add(FormattableString.Invariant($"{count} viewers"), [], Spread.Of([now]), Spread.Of([(now - before) * 1024 / added]));
                before = now;
            }

            return table;
        }
        finally
        {
            await Task.WhenAll(viewers.Select(v => v.DisposeAsync().AsTask()));
        }

        async Task OpenAsync(int count)
        {
            while (viewers.Count < count) viewers.Add(await LightViewer.OpenAsync(client, Path, limit.Token));
        }

        // What was needed for a moment is collected when others come: pages that are read meanwhile.
        async Task<double> SettledAsync()
        {
            for (var i = 0; i < 300; i++) await client.GetByteArrayAsync("/?q=" + Guid.NewGuid().ToString("N"));
            await Task.Delay(2000);
            return ProcessCpu.ResidentMegabytes(town.Process);
        }
    }
}
