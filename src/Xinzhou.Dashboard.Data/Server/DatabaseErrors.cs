using System.Text;
using Npgsql;

namespace Xinzhou.Dashboard.Data.Server;

/// <summary>What an exception says about PostgreSQL. EF wraps what the driver throws, so the causes count too.</summary>
public static class DatabaseErrors
{
    private static readonly string[] UnwritableTexts =
        [PostgresErrorCodes.CharacterNotInRepertoire, PostgresErrorCodes.UntranslatableCharacter, PostgresErrorCodes.StringDataRightTruncation];

    /// <summary>True if PostgreSQL does not answer or has refused something.</summary>
    public static bool IsDatabaseError(this Exception exception) => Cause(exception) is not null;

    /// <summary>True if the server went away; what it refuses while it is there is a bug of ours, or an <see cref="Outage"/> of another kind.</summary>
    public static bool IsConnectionLoss(this Exception exception) => exception.Outage() == DatabaseOutage.Away;

    /// <summary>What is the matter with the server; null if nothing is: then what it was asked for is wrong, or it was not asked at all.</summary>
    public static DatabaseOutage? Outage(this Exception exception) => Cause(exception) switch
    {
        null => null,
        // On a full disk it may take no connection: it writes what it knows of its own tables anew for the first of them.
        PostgresException { SqlState: PostgresErrorCodes.InternalError } refused when refused.MessageText.Contains("init file", StringComparison.Ordinal) => DatabaseOutage.DiskFull,
        PostgresException refused => OutageOf(refused.SqlState),
        _ => DatabaseOutage.Away,
    };

    /// <summary>
    /// Waits for an answer of PostgreSQL no longer than a page can wait. The driver itself waits for a server that has stopped,
    /// and for the end of what it gives up there, too; that is left to go on by itself.
    /// </summary>
    /// <param name="answer">What is waited for.</param>
    /// <param name="limit">How long.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <exception cref="NpgsqlException">It did not come: an <see cref="Outage"/>.</exception>
    public static async Task<T> WithinAsync<T>(this Task<T> answer, TimeSpan limit, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(answer);
        try
        {
            return await answer.WaitAsync(limit, cancellation);
        }
        catch (TimeoutException late)
        {
            throw new NpgsqlException("PostgreSQL gives no answer.", late);
        }
    }

    private static DatabaseOutage? OutageOf(string state) => state switch
    {
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow => DatabaseOutage.Away,
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.OutOfMemory => DatabaseOutage.Crowded,
        PostgresErrorCodes.DiskFull => DatabaseOutage.DiskFull,
        PostgresErrorCodes.ReadOnlySqlTransaction => DatabaseOutage.ReadOnly,
        _ => null,
    };

    /// <summary>
    /// True if a text was to be kept that no database keeps: with a NUL, with half of a surrogate pair, or longer than its column. Who sent
    /// it is told so.
    /// </summary>
    public static bool IsUnwritableText(this Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (cause is EncoderFallbackException || (cause is PostgresException { SqlState: var state } && UnwritableTexts.Contains(state))) return true;
        }

        return false;
    }

    private static NpgsqlException? Cause(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is NpgsqlException cause) return cause;
        }

        return null;
    }
}
