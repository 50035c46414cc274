
namespace Xinzhou.Dashboard.Data.Server;

/// <summary>
/// The database cannot be used. <see cref="Exception.Message"/> is one sentence for the person who starts the program
/// and says what to do.
/// </summary>
public sealed class DatabaseUnavailableException(DatabaseFailure reason, string message, Exception? innerException = null)
    : Exception(message, innerException)
{
    /// <summary>The reason, for callers that act on it.</summary>
    public DatabaseFailure Reason { get; } = reason;
}
