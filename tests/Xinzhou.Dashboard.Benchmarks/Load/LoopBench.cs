using System.Diagnostics;
using Xinzhou.Dashboard.Benchmarks.Machine;

namespace Xinzhou.Dashboard.Benchmarks.Load;

/// <summary>What cannot be asked for by wrk: so many at once, each doing the same over and over.</summary>
/// <param name="seconds">How long a turn lasts.</param>
internal sealed class LoopBench(int seconds)
{
    /// <summary>Lets them work for one turn.</summary>
    /// <param name="workers">How many at once.</param>
    /// <param name="cpu">The time of the processors of what does the work, in seconds.</param>
    /// <param name="work">Does it once; is given which of the workers it is.</param>
    public async Task<Sample> TurnAsync(int workers, Func<double> cpu, Func<int, Task> work)
    {
        var before = cpu();
        var began = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, workers).Select(w => Task.Run(() => WorkAsync(w))));
        var took = Stopwatch.GetElapsedTime(began);
        var all = times.SelectMany(t => t).ToList();
        return new(all.Count / took.TotalSeconds, 1000 * (cpu() - before) / all.Count, Spread.Percentile(all, 0.5), Spread.Percentile(all, 0.95));

        async Task<List<double>> WorkAsync(int worker)
        {
            var took = new List<double>();
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < seconds)
            {
                var one = Stopwatch.GetTimestamp();
                await work(worker);
                took.Add(Stopwatch.GetElapsedTime(one).TotalMilliseconds);
            }

            return took;
        }
    }
}
