namespace Xinzhou.Dashboard.Benchmarks.Load;

/// <summary>One of those that are measured beside each other.</summary>
/// <param name="Name">What it does, in words.</param>
/// <param name="TurnAsync">Does it for one turn.</param>
internal sealed record Contender(string Name, Func<Task<Sample>> TurnAsync)
{
    /// <summary>The names of those that it is held against.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];
}
