using System.Globalization;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>
/// How much is done: <c>eng/test faults</c> sets XZD_FAULTS to <c>full</c>, every other run does little of the same. What was
/// counted goes to the file that XZD_FAULTS_REPORT names, which <c>eng/test</c> prints. XZD_FAULTS_SEED repeats a run.
/// </summary>
internal static class FaultRounds
{
    private static readonly Lock Gate = new();

    /// <summary>Whether much is done.</summary>
    public static bool IsFull { get; } = Environment.GetEnvironmentVariable("XZD_FAULTS") == "full";

    /// <summary>Decides at which moments faults come.</summary>
    public static int Seed { get; } =
        int.TryParse(Environment.GetEnvironmentVariable("XZD_FAULTS_SEED"), NumberStyles.None, CultureInfo.InvariantCulture, out var seed)
            ? seed
            : Random.Shared.Next(1_000_000);

    /// <summary>How long a database stands still: in full, longer than what is known of a session is held without asking.</summary>
    public static TimeSpan Standstill => TimeSpan.FromSeconds(IsFull ? 15 : 4);

    /// <summary>How many rounds.</summary>
    public static int Of(int full, int brief) => IsFull ? full : brief;

    /// <summary>Notes a line of what was counted.</summary>
    public static void Report(string line)
    {
        if (Environment.GetEnvironmentVariable("XZD_FAULTS_REPORT") is not { Length: > 0 } file) return;
        lock (Gate) File.AppendAllLines(file, [line]);
    }
}
