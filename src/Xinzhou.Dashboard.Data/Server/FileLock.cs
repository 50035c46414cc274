namespace Xinzhou.Dashboard.Data.Server;

/// <summary>
/// An advisory lock on a file between processes. .NET takes <c>flock</c> for a shared or exclusive
/// <see cref="FileShare"/>, which the kernel drops when the process ends, however it ends.
/// </summary>
internal sealed class FileLock : IDisposable
{
    // EAGAIN, the errno that .NET passes on as HResult when flock is refused.
    private const int WouldBlock = 11;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    private readonly FileStream _stream;

    private FileLock(FileStream stream) => _stream = stream;

    /// <summary>Takes the lock alone, or returns null when anyone else holds it.</summary>
    public static FileLock? TryTakeExclusive(string path) => TryOpen(path, FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes the lock beside other shared holders, or returns null when someone holds it alone.</summary>
    public static FileLock? TryTakeShared(string path) => TryOpen(path, FileAccess.Read, FileShare.Read);

    /// <summary>Waits for the exclusive lock.</summary>
    /// <exception cref="TimeoutException">It did not come free within <paramref name="timeout"/>.</exception>
    public static async Task<FileLock> TakeExclusiveAsync(string path, TimeSpan timeout, CancellationToken cancellation)
    {
        var until = TimeProvider.System.GetTimestamp() + (long)(timeout.TotalSeconds * TimeProvider.System.TimestampFrequency);
        while (true)
        {
            if (TryTakeExclusive(path) is { } taken) return taken;
            if (TimeProvider.System.GetTimestamp() > until) throw new TimeoutException($"{path} is locked by another process.");
            await Task.Delay(Pause, cancellation);
        }
    }

    public void Dispose() => _stream.Dispose();

    private static FileLock? TryOpen(string path, FileAccess access, FileShare share)
    {
        try
        {
            return new FileLock(new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate,
                Access = access,
                Share = share,
                BufferSize = 0,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }));
        }
        catch (IOException refused) when (refused.HResult == WouldBlock)
        {
            return null;
        }
    }
}
