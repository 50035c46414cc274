using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Xinzhou.Dashboard.Data.Backup;

/// <summary>Writes a backup: the header, and in packed and sealed chunks the tables and the manifest.</summary>
internal sealed class BackupWriter : IAsyncDisposable
{
    private readonly ChunkSeal _seal;
    private readonly ChunkWriter _chunks;
    private readonly BrotliStream _content;
    private readonly byte[] _segment = new byte[sizeof(int) + BackupParts.SegmentLength];

    private BackupWriter(Stream file, ChunkSeal seal)
    {
        _seal = seal;
        _chunks = new(file, seal);
        _content = new(_chunks, CompressionLevel.Fastest, leaveOpen: true);
    }

    /// <summary>Begins a file.</summary>
    /// <param name="file">The file; it is not closed.</param>
    /// <param name="key">What to encrypt it with; null to leave it readable.</param>
    /// <param name="cipher">How it is encrypted.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<BackupWriter> BeginAsync(Stream file, BackupKey? key, BackupCipher cipher, CancellationToken cancellation) =>
        new(file, await BackupHeader.WriteAsync(file, key, cipher, cancellation));

    /// <summary>Writes a table.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="rows">What PostgreSQL copies of it; read to its end.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The SHA-256 of its rows, in hexadecimal digits.</returns>
    public async Task<string> TableAsync(string name, Stream rows, CancellationToken cancellation)
    {
        await NumberAsync(BackupParts.Table, cancellation);
        var text = Encoding.UTF8.GetBytes(name);
        await NumberAsync(text.Length, cancellation);
        await _content.WriteAsync(text, cancellation);
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        int read;
        do
        {
            read = await rows.ReadAtLeastAsync(_segment.AsMemory(sizeof(int)), BackupParts.SegmentLength, throwOnEndOfStream: false, cancellation);
            sha.AppendData(_segment, sizeof(int), read);
            // One of nothing ends the table.
            BinaryPrimitives.WriteInt32BigEndian(_segment, read);
            await _content.WriteAsync(_segment.AsMemory(0, sizeof(int) + read), cancellation);
        }
        while (read > 0);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }

    /// <summary>Writes the manifest and ends the file.</summary>
    public async Task FinishAsync(BackupManifest manifest, CancellationToken cancellation)
    {
        await NumberAsync(BackupParts.Manifest, cancellation);
        var json = JsonSerializer.SerializeToUtf8Bytes(manifest, JsonSerializerOptions.Web);
        await NumberAsync(json.Length, cancellation);
        await _content.WriteAsync(json, cancellation);
        await _content.DisposeAsync();
        await _chunks.FinishAsync(cancellation);
    }

    /// <summary>Lets go of a file, finished or not; what is not finished is no backup.</summary>
    public ValueTask DisposeAsync()
    {
        // The packing stream would still write what it holds: it is disposed of when the file is finished.
        _seal.Dispose();
        return _chunks.DisposeAsync();
    }

    private ValueTask NumberAsync(int number, CancellationToken cancellation)
    {
        var bytes = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return _content.WriteAsync(bytes, cancellation);
    }
}
