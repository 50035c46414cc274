using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Benchmarks.Machine;

namespace Xinzhou.Dashboard.Benchmarks.Workloads;

/// <summary>W7: from the COMMIT of a figure to the changed page, with others who look at it; measured in a browser.</summary>
internal static partial class ChangeBench
{
    private static readonly string[] Numbers = ["p50", "p95", "greatest", "count"];

    public static async Task<Table> RunAsync(Arguments arguments)
    {
        if (arguments.Browser is not { } browser) throw new InvalidOperationException("W7 needs the program of the browser's measurements.");
        var table = new Table("W7: COMMIT to the changed page", "p50, ms", "p95, ms", "greatest, ms", "measured");
        foreach (var viewers in arguments.Viewers)
        {
            var output = await ChildProcess.RunAsync(browser, null, "live", viewers.ToString(CultureInfo.InvariantCulture));
            foreach (Match line in Line().Matches(output))
            {
                double Of(string group) => double.Parse(line.Groups[group].Value, CultureInfo.InvariantCulture);
                table.Add(line.Groups["who"].Value, [], [.. Numbers.Select(g => Spread.Of([Of(g)]))]);
            }
        }

        return table;
    }

    [GeneratedRegex(@"^(?<who>.*): COMMIT to changed page, ms: p50 (?<p50>\d+), p95 (?<p95>\d+), greatest (?<greatest>\d+) \((?<count>\d+) measured\)", RegexOptions.Multiline)]
    private static partial Regex Line();
}
