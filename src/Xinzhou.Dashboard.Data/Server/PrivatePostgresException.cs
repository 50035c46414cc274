namespace Xinzhou.Dashboard.Data.Server;

/// <summary>
/// The private PostgreSQL cannot be used. <see cref="Exception.Message"/> is one sentence for the person who starts the
/// program and says what to do.
/// </summary>
public sealed class PrivatePostgresException(PrivatePostgresFailure reason, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The reason, for callers that act on it (exit code 3).</summary>
    public PrivatePostgresFailure Reason { get; } = reason;
}
