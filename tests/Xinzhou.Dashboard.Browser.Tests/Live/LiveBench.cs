using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Npgsql;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Live;

/// <summary>
/// <c>eng/bench live</c>: how long it takes from the COMMIT of a figure to the changed DOM of a page that is open in a
/// browser; then the same with 200 other viewers, unknown ones and such as have signed in (or as many as are asked for), and how soon they have the figure.
/// </summary>
internal static partial class LiveBench
{
    private const string Path = "/indicators/gdp";
    // As many streams as a person may have open.
    private const int OfOnePerson = 200;
    private const int Rounds = 10;

    // Years of which nothing is published; a statement has few vintages, here as elsewhere.
    private const int FirstYear = 1990;
    private const int Years = 20;

    // Changes that follow at once are shown together; each here is to be the first.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(700);

    private const string UntilSeen =
        """
        value => new Promise(resolve => {
          const look = () => { if (document.querySelector("main").textContent.includes(value)) { observer.disconnect(); resolve(performance.timeOrigin + performance.now()); } };
          const observer = new MutationObserver(look);
          observer.observe(document.body, { subtree: true, childList: true, characterData: true });
          look();
        })
        """;

    /// <param name="viewers">How many others look.</param>
    public static async Task<int> RunAsync(int viewers = 200)
    {
        var (app, chromium) = (new DashboardApp(), new Chromium());
        await app.InitializeAsync();
        await chromium.InitializeAsync();
        try
        {
            await using var opened = await ShellPage.OpenAsync(chromium, app.Address + Path);
            await opened.UntilLiveAsync();
            await Task.Delay(1000);
            var number = 0;
            await MeasureAsync(5, null);
            Say("one page open", await MeasureAsync(100, null));

            await OthersAsync("other viewers", viewers, signedIn: false);
            await OthersAsync("other viewers who have signed in", Math.Min(viewers, OfOnePerson), signedIn: true);
            return 0;

            async Task OthersAsync(string what, int count, bool signedIn)
            {
                var who = $"{count} {what}";
                using var timeout = new CancellationTokenSource(TimeSpan.FromMinutes(4));
                using var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256, AutomaticDecompression = DecompressionMethods.Brotli }) { BaseAddress = new(app.Address) };
                if (signedIn) await SignInAsync(client, timeout.Token);
                var open = new List<LightViewer>();
                try
                {
                    while (open.Count < count) open.Add(await LightViewer.OpenAsync(client, Path, timeout.Token));
                    await Task.Delay(2000, timeout.Token);
                    await MeasureAsync(1, open);
                    var seen = new List<double>();
                    var browser = await MeasureAsync(Rounds, open, seen);
                    if (seen.Count == 0) throw new InvalidOperationException("Not one of the other viewers was told of a change.");
                    Say($"{who}: the browser", browser);
                    Say($"{who}: they", seen);
                    Console.WriteLine(string.Create(
                        CultureInfo.InvariantCulture, $"{who}: {100.0 * seen.Count(s => s <= 1000) / (Rounds * count):F1} % within 1 s, {100.0 * seen.Count(s => s <= 2000) / (Rounds * count):F1} % within 2 s"));
                }
                finally
                {
                    await Task.WhenAll(open.Select(v => v.DisposeAsync().AsTask()));
                }
            }

            async Task<List<double>> MeasureAsync(int rounds, List<LightViewer>? others, List<double>? seen = null)
            {
                var times = new List<double>();
                for (var i = 0; i < rounds; i++)
                {
                    var value = string.Create(CultureInfo.InvariantCulture, $"{7000 + ++number}.137");
                    var waiting = opened.Page.EvaluateAsync<double>(UntilSeen, value);
                    await Task.Delay(others is null ? Pause : 3 * Pause);
                    var (left, all) = (others?.Count ?? 0, new TaskCompletionSource());
                    var sent = DateTime.UtcNow;
                    void OnRefreshed(string page, DateTime at)
                    {
                        if (!page.Contains(value, StringComparison.Ordinal)) return;
                        lock (times)
                        {
                            seen?.Add((at - sent).TotalMilliseconds);
                            if (--left == 0) all.TrySetResult();
                        }
                    }

                    foreach (var other in others ?? []) other.Refreshed += OnRefreshed;
                    await CommitAsync(app.Database.App, FirstYear + (number % Years), value, () => sent = DateTime.UtcNow);
                    times.Add(await waiting.WaitAsync(TimeSpan.FromSeconds(60)) - (sent - DateTime.UnixEpoch).TotalMilliseconds);
                    if (others is not null) await Task.WhenAny(all.Task, Task.Delay(20_000));
                    foreach (var other in others ?? []) other.Refreshed -= OnRefreshed;
                }

                return times;
            }
        }
        finally
        {
            await chromium.DisposeAsync();
            await app.DisposeAsync();
            await Testing.PostgresServer.StopSharedAsync();
        }
    }

    /// <summary>Signs in as the persona who reads; all viewers of the client have the session.</summary>
    private static async Task SignInAsync(HttpClient client, CancellationToken cancellation)
    {
        var page = await client.GetStringAsync("/account/sign-in", cancellation);
        using var answer = await client.PostAsync(
            "/account/persona", new FormUrlEncodedContent([new("__RequestVerificationToken", Token().Match(page).Groups[1].Value), new("name", "viewer")]), cancellation);
        if (!(await answer.Content.ReadAsStringAsync(cancellation)).Contains("class=\"who\"", StringComparison.Ordinal))
            throw new InvalidOperationException("The viewers are not signed in.");
    }

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    /// <summary>Commits another vintage of the city's GDP of a year, as any writer does.</summary>
    private static async Task CommitAsync(NpgsqlDataSource database, int year, string value, Action before)
    {
        await using var connection = await database.OpenRecordingAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(
            $"""
            SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard figures'));
            INSERT INTO figures (series_id, period_code, period_kind, kind, value, uom, stage, known_from, known_from_basis, recorded_at, source_id, source_text, reliability)
            SELECT id, '{year}-FY', 'year', 'actual', {value}, '亿元', 'final', now(), 'recorded', now(), (SELECT min(id) FROM source_documents), 'bench', 'official'
            FROM series WHERE indicator_code = 'gdp' AND unit_code = '140900' AND measure = 'level'
            """, connection);
        await command.ExecuteNonQueryAsync();
        before();
        await transaction.CommitAsync();
    }

    private static void Say(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}: COMMIT to changed page, ms: p50 {At(0.5):F0}, p95 {At(0.95):F0}, greatest {times[^1]:F0} ({times.Count} measured)"));

        double At(double part) => times[Math.Min(times.Count - 1, (int)(part * times.Count))];
    }
}
