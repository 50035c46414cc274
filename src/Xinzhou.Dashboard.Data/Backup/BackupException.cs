namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>
/// A backup is not taken or not restored, and nothing was changed. <see cref="Exception.Message"/> is one sentence for the
/// person at the command line and says what to do.
/// </summary>
public sealed class BackupException(BackupFault fault, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>The reason, for callers that act on it.</summary>
    public BackupFault Fault { get; } = fault;
}
