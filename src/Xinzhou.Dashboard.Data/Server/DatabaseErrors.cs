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

    /// <summary>True if the server went away; what it refuses while it is there is a bug of ours.</summary>
    public static bool IsConnectionLoss(this Exception exception) => Cause(exception) is { } cause && cause is not PostgresException
    {
        SqlState: not (PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow)
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
