using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Reads a backup from its beginning to its end. Whatever is not as it was written is a <see cref="BackupException"/>.</summary>
internal sealed class BackupReader : IAsyncDisposable
{
    private readonly Stream _file;
    private readonly bool _ownsFile;
    private readonly ChunkSeal _seal;
    private readonly ChunkReader _chunks;
    private readonly BrotliStream _content;
    private readonly byte[] _segment = new byte[BackupParts.SegmentLength];
    private readonly byte[] _number = new byte[sizeof(int)];

    private BackupReader(Stream file, bool ownsFile, ChunkSeal seal)
    {
        _file = file;
        _ownsFile = ownsFile;
        _seal = seal;
        _chunks = new(file, seal);
        _content = new(_chunks, CompressionMode.Decompress, leaveOpen: true);
    }

    /// <summary>Opens a file.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="key">What it is encrypted with; null if it is not.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<BackupReader> OpenAsync(string path, BackupKey? key, CancellationToken cancellation)
    {
        var file = new FileStream(path, new FileStreamOptions { Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        try
        {
            return new(file, ownsFile: true, await BackupHeader.ReadAsync(file, key, cancellation));
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Reads a whole file and says what it holds: every byte of it is what was written.</summary>
    public static async Task<BackupManifest> CheckAsync(string path, BackupKey? key, CancellationToken cancellation)
    {
        await using var reader = await OpenAsync(path, key, cancellation);
        return await reader.CheckAsync(cancellation);
    }

    /// <summary>The same of one that is open, from where it stands; it is not closed.</summary>
    public static async Task<BackupManifest> CheckAsync(Stream file, BackupKey? key, CancellationToken cancellation)
    {
        await using var reader = new BackupReader(file, ownsFile: false, await BackupHeader.ReadAsync(file, key, cancellation));
        return await reader.CheckAsync(cancellation);
    }

    /// <summary>The name of the next table, whose rows are to be read; null when there is none and the manifest follows.</summary>
    public async Task<string?> NextTableAsync(CancellationToken cancellation)
    {
        switch (await NumberAsync(cancellation))
        {
            case BackupParts.Manifest:
                return null;
            case BackupParts.Table:
                var length = await NumberAsync(cancellation);
                if (length is < 1 or > BackupParts.MaxNameLength) throw BackupChunks.Damaged();
                await FillAsync(_segment.AsMemory(0, length), cancellation);
                return Encoding.UTF8.GetString(_segment, 0, length);
            default:
                throw BackupChunks.Damaged();
        }
    }

    /// <summary>Reads the rows of the table.</summary>
    /// <param name="take">Given them piece by piece.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Their SHA-256, in hexadecimal digits.</returns>
    public async Task<string> RowsAsync(Func<ReadOnlyMemory<byte>, ValueTask> take, CancellationToken cancellation)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        while (await NumberAsync(cancellation) is var length and not 0)
        {
            if (length is < 0 or > BackupParts.SegmentLength) throw BackupChunks.Damaged();
            await FillAsync(_segment.AsMemory(0, length), cancellation);
            sha.AppendData(_segment, 0, length);
            await take(_segment.AsMemory(0, length));
        }

        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Reads the manifest and sees to it that nothing follows.</summary>
    public async Task<BackupManifest> ManifestAsync(CancellationToken cancellation)
    {
        var length = await NumberAsync(cancellation);
        if (length is < 2 or > BackupParts.MaxManifestLength) throw BackupChunks.Damaged();
        var json = new byte[length];
        await FillAsync(json, cancellation);
        if (await ReadAsync(_number, 1, cancellation) > 0 || await _chunks.ReadAsync(_number, cancellation) > 0) throw BackupChunks.Damaged();
        try
        {
            return JsonSerializer.Deserialize<BackupManifest>(json, JsonSerializerOptions.Web) ?? throw BackupChunks.Damaged();
        }
        catch (JsonException other)
        {
            throw BackupChunks.Damaged(other);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _content.DisposeAsync();
        await _chunks.DisposeAsync();
        _seal.Dispose();
        if (_ownsFile) await _file.DisposeAsync();
    }

    private async Task<BackupManifest> CheckAsync(CancellationToken cancellation)
    {
        var digests = new Dictionary<string, string>(StringComparer.Ordinal);
        while (await NextTableAsync(cancellation) is { } name)
        {
            if (!digests.TryAdd(name, await RowsAsync(_ => ValueTask.CompletedTask, cancellation))) throw BackupChunks.Damaged();
        }

        var manifest = await ManifestAsync(cancellation);
        return digests.Count == manifest.Tables.Count && manifest.Tables.All(t => digests.TryGetValue(t.Name, out var sha) && sha == t.Sha256)
            ? manifest
            : throw BackupChunks.Damaged();
    }

    private async Task<int> NumberAsync(CancellationToken cancellation)
    {
        await FillAsync(_number, cancellation);
        return BinaryPrimitives.ReadInt32BigEndian(_number);
    }

    private async Task FillAsync(Memory<byte> buffer, CancellationToken cancellation)
    {
        if (await ReadAsync(buffer, buffer.Length, cancellation) < buffer.Length) throw BackupChunks.Damaged();
    }

    // Chunks that open were packed by us, or by somebody who has the key.
    private async Task<int> ReadAsync(Memory<byte> buffer, int least, CancellationToken cancellation)
    {
        try
        {
            return await _content.ReadAtLeastAsync(buffer, least, throwOnEndOfStream: false, cancellation);
        }
        catch (Exception other) when (other is InvalidDataException or InvalidOperationException)
        {
            throw BackupChunks.Damaged(other);
        }
    }
}
