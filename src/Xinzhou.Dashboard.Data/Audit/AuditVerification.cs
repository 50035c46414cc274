using System.Data;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Audit;

/// <summary>Verifies the chain of the audit log and its seals, and that figures and withdrawals are what it says was recorded.</summary>
public static class AuditVerification
{
    /// <summary>Recomputes every hash and every digest, all as it is at one moment.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="noted">Where the log stood once, kept elsewhere; null if there is nothing.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<AuditVerdict> VerifyAsync(NpgsqlDataSource application, AuditHead? noted, CancellationToken cancellation = default) =>
        VerifyAsync(application, noted, null, cancellation);

    /// <summary>The same, and whether the seals still hold one that was noted.</summary>
    /// <param name="application">A data source that connects as the application.</param>
    /// <param name="noted">Where the log stood once, kept elsewhere; null if there is nothing.</param>
    /// <param name="notedSeal">A seal, with the number of the last event that it is over, kept elsewhere; null if there is none.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<AuditVerdict> VerifyAsync(
        NpgsqlDataSource application, AuditHead? noted, AuditHead? notedSeal, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(application);
        await using var connection = await application.OpenConnectionAsync(cancellation);
        await using var moment = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellation);
        var (events, firstBad, head) = await AuditChain.VerifyAsync(connection, noted, cancellation);
        return new(events, firstBad, head, await FigureProof.VerifyAsync(connection, cancellation))
        {
            Seals = await AuditSeals.VerifyAsync(connection, notedSeal, cancellation),
        };
    }
}
