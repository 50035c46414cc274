using System.Globalization;
using System.Net;
using System.Text.Json;
using Xinzhou.Dashboard.Benchmarks.Machine;
using Xinzhou.Dashboard.Benchmarks.Town;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W10: what a first visit loads, as a browser asks for it and the application sends it, packed with Brotli.</summary>
internal static class WeightBench
{
    private static readonly string[] Paths = ["/", "/indicators/gdp"];

    public static async Task<Table> RunAsync(Arguments arguments, Installation town)
    {
        if (arguments.Browser is not { } browser) throw new InvalidOperationException("W10 needs the program of the browser's measurements.");
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None });
        var table = new Table("W10: a first visit", "KB, br", "files", "first contentful paint, ms", "longest task, ms");
        foreach (var path in Paths)
        {
            var output = await ChildProcess.RunAsync(browser, null, "weight", town.Address + path, arguments.Rounds.ToString(CultureInfo.InvariantCulture));
            var visits = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonSerializer.Deserialize<Visit>(l, JsonSerializerOptions.Web)!).ToArray();
            var sizes = new Dictionary<string, long>();
            foreach (var file in visits[^1].Files.Prepend(town.Address + path).Distinct())
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, file);
                request.Headers.AcceptEncoding.ParseAdd("br");
                // The second time: what is shared is packed better.
                (await client.GetAsync(file)).Dispose();
                using var answer = await client.SendAsync(request);
                sizes[file] = (await answer.Content.ReadAsByteArrayAsync()).Length;
            }

            table.Add(
                path, [], Spread.Of([sizes.Values.Sum() / 1024.0]), Spread.Of([sizes.Count]), Spread.Of(visits.Select(v => v.FirstPaint)), Spread.Of(visits.Select(v => v.LongestTask)));
            foreach (var (file, size) in sizes.OrderByDescending(s => s.Value).Take(6)) table.Add($"  {new Uri(file).AbsolutePath}", [], Spread.Of([size / 1024.0]), null, null, null);
        }

        return table;
    }

    /// <summary>What the browser tells of one visit.</summary>
    private sealed record Visit(string[] Files, double FirstPaint, double LongestTask);
}
