using System.Buffers.Binary;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Writes the chunks of a file.</summary>
internal sealed class ChunkWriter(Stream file, ChunkSeal seal) : ChunkStream
{
    private readonly byte[] _content = new byte[BackupChunks.Length];
    private readonly byte[] _chunk = new byte[BackupChunks.LengthLength + BackupChunks.Length + ChunkSeal.TagLength];
    private int _filled;

    public override bool CanRead => false;

    public override bool CanWrite => true;

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (buffer.Length > 0)
        {
            if (_filled == _content.Length) await SendAsync(isLast: false, cancellationToken);
            var taken = Math.Min(buffer.Length, _content.Length - _filled);
            buffer[..taken].CopyTo(_content.AsMemory(_filled));
            _filled += taken;
            buffer = buffer[taken..];
        }
    }

    /// <summary>Writes the last chunk. Without it the file is none.</summary>
    public Task FinishAsync(CancellationToken cancellation) => SendAsync(isLast: true, cancellation);

    private async Task SendAsync(bool isLast, CancellationToken cancellation)
    {
        BinaryPrimitives.WriteUInt32BigEndian(_chunk, (uint)_filled | (isLast ? BackupChunks.Last : 0));
        var tagAt = BackupChunks.LengthLength + _filled;
        seal.Close(_content.AsSpan(0, _filled), isLast, _chunk.AsSpan(BackupChunks.LengthLength, _filled), _chunk.AsSpan(tagAt, ChunkSeal.TagLength));
        await file.WriteAsync(_chunk.AsMemory(0, tagAt + ChunkSeal.TagLength), cancellation);
        _filled = 0;
    }
}
