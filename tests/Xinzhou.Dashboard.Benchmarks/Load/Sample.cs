namespace Xinzhou.Dashboard.Benchmarks.Load;

/// <summary>What one turn of a contender gave.</summary>
/// <param name="PerSecond">Requests, or what else was done, a second.</param>
/// <param name="CpuMilliseconds">Time of the processors for one, without the generator of the load.</param>
/// <param name="MedianMilliseconds">How long the middle one took, as the one who asked had to wait.</param>
/// <param name="P95Milliseconds">How long 95 of 100 took at most.</param>
internal sealed record Sample(double PerSecond, double CpuMilliseconds, double MedianMilliseconds, double P95Milliseconds);
