using System.Buffers.Binary;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Reads the chunks of a file, each only after it was found to be what was written.</summary>
internal sealed class ChunkReader(Stream file, ChunkSeal seal) : ChunkStream
{
    private readonly byte[] _content = new byte[BackupChunks.Length];
    private readonly byte[] _chunk = new byte[BackupChunks.Length + ChunkSeal.TagLength];
    private readonly byte[] _length = new byte[BackupChunks.LengthLength];
    private int _at;
    private int _filled;
    private bool _isLast;

    public override bool CanRead => true;

    public override bool CanWrite => false;

    /// <exception cref="BackupException">A chunk is not what was written, or missing.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (_at == _filled)
        {
            if (_isLast) return 0;
            await NextAsync(cancellationToken);
        }

        var taken = Math.Min(buffer.Length, _filled - _at);
        _content.AsMemory(_at, taken).CopyTo(buffer);
        _at += taken;
        return taken;
    }

    private async Task NextAsync(CancellationToken cancellation)
    {
        await FillAsync(_length, cancellation);
        var length = BinaryPrimitives.ReadUInt32BigEndian(_length);
        _isLast = (length & BackupChunks.Last) != 0;
        length &= ~BackupChunks.Last;
        if (length > BackupChunks.Length) throw BackupChunks.Damaged();
        (_at, _filled) = (0, (int)length);
        await FillAsync(_chunk.AsMemory(0, _filled + ChunkSeal.TagLength), cancellation);
        if (!seal.TryOpen(_chunk.AsSpan(0, _filled), _chunk.AsSpan(_filled, ChunkSeal.TagLength), _isLast, _content.AsSpan(0, _filled)))
            throw BackupChunks.Damaged();
        if (_isLast && await file.ReadAsync(_length, cancellation) > 0) throw BackupChunks.Damaged();
    }

    private async Task FillAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (await file.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellation) < buffer.Length) throw BackupChunks.Truncated();
    }
}
