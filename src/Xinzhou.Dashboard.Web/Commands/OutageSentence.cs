using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>What the command line says when PostgreSQL cannot do what it was asked for.</summary>
internal static class OutageSentence
{
    /// <summary>One sentence, with what to do.</summary>
    /// <param name="outage">What is the matter.</param>
    /// <param name="failure">What the driver says of it.</param>
    public static string Of(DatabaseOutage outage, Exception failure) => outage switch
    {
        DatabaseOutage.Crowded => "PostgreSQL takes no more connections, or has no memory left: nothing is stored; run the command again when it has less to do.",
        DatabaseOutage.DiskFull => "The disk of PostgreSQL is full: nothing is stored; make room and run the command again.",
        DatabaseOutage.ReadOnly => "PostgreSQL is read only (default_transaction_read_only, or a standby of another server): nothing is stored.",
        _ => $"The connection to PostgreSQL was lost ({failure.Message}): nothing is stored by half; run the command again.",
    };
}
