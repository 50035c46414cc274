using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>How an outage of PostgreSQL is answered: always with 503, so that a script knows that it may send the same once more.</summary>
internal static class OutageProblem
{
    /// <summary>The seconds after which it is worth asking again: a server that was killed is back about then, a disk takes somebody.</summary>
    /// <param name="outage">What is the matter.</param>
    public static string RetryAfter(DatabaseOutage outage) => outage is DatabaseOutage.DiskFull or DatabaseOutage.ReadOnly ? "15" : "2";

    /// <summary>The kind of problem.</summary>
    /// <param name="outage">What is the matter.</param>
    public static ProblemCode CodeOf(DatabaseOutage outage) => outage switch
    {
        DatabaseOutage.Crowded => ProblemCode.DatabaseCrowded,
        DatabaseOutage.DiskFull => ProblemCode.DiskFull,
        DatabaseOutage.ReadOnly => ProblemCode.DatabaseReadOnly,
        _ => ProblemCode.Unavailable,
    };
}
