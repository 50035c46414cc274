using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Xinzhou.Dashboard.Benchmarks.Load;

/// <summary>
/// Asks a server over and over with wrk, on so many connections at once: a generator that costs little beside what it measures.
/// </summary>
/// <param name="seconds">How long a turn lasts.</param>
internal sealed class Wrk(int seconds)
{
    // What holds for the readers of the API where an address does not say it.
    private static readonly (string Name, string Value)[] Defaults = [("lang", "zh-CN"), ("format", "json"), ("clock", "known"), ("limit", "500")];

    // So that no address of a turn was asked for in another.
    private static int _turns;

    /// <summary>How many ask at once.</summary>
    public int Connections { get; init; } = 32;

    /// <summary>Asks for one address.</summary>
    /// <param name="address">Where; "{}" in it becomes another number each time.</param>
    /// <param name="cpu">The time of the processors of what answers, in seconds.</param>
    /// <param name="headers">What is sent along.</param>
    /// <exception cref="InvalidOperationException">Something was refused, or wrk failed.</exception>
    public Task<Sample> AskAsync(string address, Func<double> cpu, params (string Name, string Value)[] headers) =>
        AskAsync(address, address.Contains("{}", StringComparison.Ordinal) ? Numbered(address) : "", cpu, headers);

    /// <summary>
    /// Asks a reader of the API, each time at an address that says the same in other letters: the names of parameters that say what
    /// holds without them are written large and small in turn. No answer that is kept is found by it.
    /// </summary>
    /// <param name="address">Where; it has parameters already.</param>
    /// <param name="cpu">The time of the processors of what answers, in seconds.</param>
    public Task<Sample> AskAnewAsync(string address, Func<double> cpu) => AskAsync(address, Respelled(address), cpu, []);

    private async Task<Sample> AskAsync(string address, string requests, Func<double> cpu, (string Name, string Value)[] headers)
    {
        var script = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(script, requests + Summary);
            var start = new ProcessStartInfo("wrk", [
                "-t1", string.Create(CultureInfo.InvariantCulture, $"-c{Connections}"), string.Create(CultureInfo.InvariantCulture, $"-d{seconds}s"), "--timeout", "30s", "-s", script,
                .. headers.SelectMany(h => new[] { "-H", $"{h.Name}: {h.Value}" }), address.Replace("{}", "0", StringComparison.Ordinal)])
            { RedirectStandardOutput = true, RedirectStandardError = true };
            var before = cpu();
            using var process = Process.Start(start) ?? throw new InvalidOperationException("wrk did not start.");
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
            await process.WaitForExitAsync();
            var spent = cpu() - before;
            return Read(await output + await errors, address, spent);
        }
        finally
        {
            File.Delete(script);
        }
    }

    private static Sample Read(string output, string address, double spent)
    {
        if (output.Split('\n').FirstOrDefault(l => l.StartsWith("bench ", StringComparison.Ordinal)) is not { } line)
            throw new InvalidOperationException($"{address}: {output}");
        var values = line.Split(' ')[1..].Select(v => double.Parse(v, CultureInfo.InvariantCulture)).ToArray();
        var (requests, microseconds, median, p95, failed) = (values[0], values[1], values[2], values[3], values[4]);
        if (failed > 0) throw new InvalidOperationException($"{address}: {failed} of {requests} requests failed.");
        // What takes longer than a turn is not answered in it.
        return requests == 0
            ? new(0, double.NaN, double.NaN, double.NaN)
            : new(requests / (microseconds / 1e6), 1000 * spent / requests, median / 1000, p95 / 1000);
    }

    private static string Numbered(string address)
    {
        var path = new Uri(address.Replace("{}", "\u0001", StringComparison.Ordinal)).PathAndQuery;
        var parts = path.Split("%01");
        return string.Create(CultureInfo.InvariantCulture,
            $$"""
            local n = {{Interlocked.Increment(ref _turns)}} * 100000
            request = function()
              n = n + 1
              return wrk.format("GET", "{{parts[0]}}" .. n .. "{{parts[1]}}")
            end

            """);
    }

    private static string Respelled(string address)
    {
        var values = new StringBuilder();
        foreach (var (name, value) in Defaults) values.Append(CultureInfo.InvariantCulture, $"{{\"{name}\",\"{value}\"}},");
        return string.Create(CultureInfo.InvariantCulture,
            $$"""
            local n = {{Interlocked.Increment(ref _turns)}} * 50021
            local said = { {{values}} }
            request = function()
              n = n + 1
              local rest, query = n, ""
              for _, pair in ipairs(said) do
                local name = pair[1]
                local spelled = ""
                for i = 1, #name do
                  local letter = name:sub(i, i)
                  if rest % 2 == 1 then letter = letter:upper() end
                  rest = math.floor(rest / 2)
                  spelled = spelled .. letter
                end
                query = query .. "&" .. spelled .. "=" .. pair[2]
              end
              return wrk.format("GET", "{{new Uri(address).PathAndQuery}}" .. query)
            end

            """);
    }

    private const string Summary =
        """
        done = function(summary, latency, requests)
          local e = summary.errors
          print(string.format("bench %d %d %d %d %d", summary.requests, summary.duration, latency:percentile(50), latency:percentile(95),
            e.connect + e.read + e.write + e.status + e.timeout))
        end
        """;
}
