using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Reads a file to import whole, and no more of it than is allowed.</summary>
public static class FileContent
{
    /// <summary>The bytes of a stream; null and a fault when there are more than <see cref="SourceTable.MaxBytes"/>.</summary>
    public static async Task<(byte[]? Content, Fault? Fault)> ReadAsync(Stream stream, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (stream.CanSeek && stream.Length - stream.Position > SourceTable.MaxBytes)
        {
            return (null, TooLarge(stream.Length - stream.Position));
        }

        if (stream.CanSeek)
        {
            var whole = new byte[stream.Length - stream.Position];
            await stream.ReadExactlyAsync(whole, cancellation);
            return (whole, null);
        }

        using var content = new MemoryStream();
        var buffer = new byte[1 << 16];
        int read;
        while ((read = await stream.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + read > SourceTable.MaxBytes)
            {
                return (null, TooLarge(content.Length + read));
            }

            content.Write(buffer, 0, read);
        }

        return (content.ToArray(), null);
    }

    private static Fault TooLarge(long bytes) => Fault.OfFile(FaultReason.FileTooLarge, $"{bytes}");
}
