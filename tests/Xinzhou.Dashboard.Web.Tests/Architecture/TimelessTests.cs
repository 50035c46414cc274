using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Web.Tests.Architecture;

/// <summary>
/// No test says how long something takes, for that is another thing on another machine, or on this one with other work. What
/// is about speed is counted here and timed by <c>eng/bench</c>; waiting is for a state (<see cref="Testing.Wait"/>), and
/// what is about time goes by a clock that the test sets (<see cref="Testing.StandingClock"/>).
/// </summary>
public sealed partial class TimelessTests
{
    // The one place that waits.
    private const string Waiting = "Xinzhou.Dashboard.Testing/Wait.cs";

    // What measures for eng/bench.
    private const string Benchmark = "Bench.cs";

    [Fact]
    public void No_test_measures_sleeps_or_waits_for_less_than_forever()
    {
        var timed = TestSources.Files().Where(f => f.Name != Waiting && !f.Name.EndsWith(Benchmark, StringComparison.Ordinal))
            .SelectMany(f => Timed().Matches(f.Text).Select(m => $"{f.Name}: {m.Value}"));

        Assert.Empty(timed);
    }

    [GeneratedRegex(@"\bStopwatch\b|\bGetElapsedTime\b|\bTask\.Delay\(|\bThread\.Sleep\(|\bWaitForTimeout(Async)?\(|\bTimeout = \d|(WaitAsync|CancellationTokenSource|CancelAfter)\((TimeSpan|\d)")]
    private static partial Regex Timed();
}
