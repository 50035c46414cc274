using System.Collections.Concurrent;
using System.Net;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xunit.Abstractions;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>
/// Sends hostile requests, some of them chosen by lot but always the same, and holds that each is answered: never with an error of the
/// server, never with its insides. What takes long is counted, and told.
/// </summary>
internal sealed partial class Fuzzer(FuzzHost host, ITestOutputHelper output)
{
    /// <summary>How many requests each test sends; <c>eng/test security</c> asks for many more.</summary>
    private const int Usual = 600;

    private const int AtOnce = 4;
    private const int Seed = 140900;
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(1);

    private readonly ConcurrentBag<string> _faults = [];
    private readonly ConcurrentBag<string> _slow = [];
    private readonly ConcurrentDictionary<HttpStatusCode, int> _answers = new();

    public async Task SendAsync(string what, IReadOnlyCollection<HostileRequest> requests)
    {
        var chosen = Chosen(requests);
        var clients = new Dictionary<string, HttpClient> { [""] = Client(new()) };
        foreach (var role in Enum.GetValues<Role>()) clients[$"{role}"] = Client(host.As(role).Cookies);
        await Parallel.ForEachAsync(chosen, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (request, _) => await AskAsync(clients[$"{request.Role}"], request));
        foreach (var client in clients.Values) client.Dispose();

        var line = $"{what}: {chosen.Length} of {requests.Count} requests, {string.Join(", ", _answers.OrderBy(a => a.Key).Select(a => $"{a.Value} × {(int)a.Key}"))}, {_slow.Count} longer than a second";
        output.WriteLine(line);
        foreach (var slow in _slow) output.WriteLine(slow);
        if (Environment.GetEnvironmentVariable("XZD_FUZZ_REPORT") is { Length: > 0 } report) await File.AppendAllTextAsync(report, line + "\n");
        Assert.NotEmpty(chosen);
        Assert.True(_faults.IsEmpty, $"{_faults.Count} of {chosen.Length}:\n{string.Join('\n', _faults.Take(40))}");
    }

    private static HostileRequest[] Chosen(IReadOnlyCollection<HostileRequest> requests)
    {
        var count = int.TryParse(Environment.GetEnvironmentVariable("XZD_FUZZ"), out var asked) ? asked : Usual;
        HostileRequest[] all = [.. requests];
        if (all.Length <= count) return all;
        new Random(Seed).Shuffle(all);
        return all[..count];
    }

    private static HttpClient Client(CookieContainer cookies) =>
        new(new SocketsHttpHandler { Expect100ContinueTimeout = Wait.Limit, CookieContainer = cookies, UseCookies = cookies.Count > 0, AllowAutoRedirect = false });

    private async Task AskAsync(HttpClient client, HostileRequest asked)
    {
        try
        {
            using var request = asked.To(host.Address);
            var begun = TimeProvider.System.GetUtcNow();
            using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
            // What goes on for as long as a page is open has no end.
            var text = answer.Content.Headers.ContentType?.MediaType == "text/event-stream" ? "" : await answer.Content.ReadAsStringAsync();
            if (TimeProvider.System.GetUtcNow() - begun > Slow) _slow.Add($"slow: {asked}");
            _answers.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
            if ((int)answer.StatusCode >= 500) _faults.Add($"{(int)answer.StatusCode}: {asked}");
            else if (Insides().Match(text) is { Success: true } told) _faults.Add($"tells {told.Value}: {asked}");
        }
        catch (HttpRequestException broken)
        {
            _faults.Add($"no answer, {broken.Message}: {asked}");
        }
    }

    /// <summary>What an exception looks like when it is shown.</summary>
    [GeneratedRegex(@"^\s+at [\w.<>`]+\(.*$|\b(System|Npgsql|Microsoft|Xinzhou)(\.\w+)+Exception\b|\bin /\S+\.cs:line", RegexOptions.Multiline)]
    private static partial Regex Insides();
}
