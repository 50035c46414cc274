using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// The figures up to a number, packed, in a file of the data folder: a start with millions of them reads the file, and only what came later
/// as rows. Figures are only ever inserted, and every insertion has its event: what the file holds is what the database holds as long as
/// the log has the event that was its last when the file was written. A file that is of another build, damaged or of another past is
/// as good as none: it is written anew.
/// </summary>
public sealed partial class FigureCache
{
    /// <summary>So many figures are read as rows in a moment.</summary>
    public const int MinFigures = 50_000;

    private const string Name = "figures.cache";

    private readonly string? _path;
    private readonly IDbContextFactory<DashboardContext> _contexts;
    private readonly ILogger<FigureCache> _log;
    private readonly int _least;
    private int _held;
    private Task _writing = Task.CompletedTask;

    /// <param name="folder">The data folder; null where there is none, and nothing is kept.</param>
    /// <param name="contexts">Makes contexts.</param>
    /// <param name="log">Is told what is written, and what cannot be.</param>
    /// <param name="least">With fewer figures no file is written.</param>
    public FigureCache(string? folder, IDbContextFactory<DashboardContext> contexts, ILogger<FigureCache> log, int least = MinFigures) =>
        (_path, _contexts, _log, _least) = (folder is null ? null : Path.Combine(folder, Name), contexts, log, least);

    /// <summary>What the file is written by and for: this build.</summary>
    private static byte[] Build { get; } =
        [.. typeof(Figure).Module.ModuleVersionId.ToByteArray(), .. typeof(FigureCache).Module.ModuleVersionId.ToByteArray()];

    /// <summary>The figures of the file, with the number of the last; null where there is no file, or none that holds.</summary>
    /// <param name="context">A context.</param>
    /// <param name="series">The series of a number; null where there is none, or none that is understood.</param>
    /// <param name="source">The document of a number; likewise.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<(PackedFigures Figures, long LastId)?> ReadAsync(
        DashboardContext context, Func<int, Series?> series, Func<int, SourceDocument?> source, CancellationToken cancellation)
    {
        if (_path is null || !File.Exists(_path)) return null;
        try
        {
            ReadOnlyMemory<byte> bytes = await File.ReadAllBytesAsync(_path, cancellation);
            var length = bytes.Length - SHA256.HashSizeInBytes;
            if (length < Head.Length || !SHA256.HashData(bytes.Span[..length]).AsSpan().SequenceEqual(bytes.Span[length..])) return null;
            var head = Head.Read(bytes.Span);
            if (!head.Build.AsSpan().SequenceEqual(Build) || !await HasAsync(context, head, cancellation)) return null;
            if (PackedFigures.Read(bytes[Head.Length..length], series, source) is not { } figures) return null;
            _held = figures.Count;
            return (figures, head.LastId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogFault(_path, fault);
            return null;
        }
    }

    /// <summary>Writes the file in the background, where a tenth of the figures is not in it.</summary>
    /// <param name="snapshot">What is held. Nothing is written of one that leaves figures out.</param>
    internal void Offer(Snapshot snapshot)
    {
        if (_path is null || !_writing.IsCompleted || snapshot.Figures.Count < _least || snapshot.Figures.Count < _held + _held / 10 + 1
            || snapshot.LeftOut.Any(l => l.Table == "figures"))
        {
            return;
        }

        _writing = Task.Run(() => WriteAsync(snapshot));
    }

    /// <summary>Completes when what is being written is written.</summary>
    internal Task WrittenAsync() => _writing;

    private async Task WriteAsync(Snapshot snapshot)
    {
        var draft = _path + ".new";
        try
        {
            // The last event there is: that of the last figure of the snapshot, or a later one.
            await using var context = await _contexts.ReadAsync();
            if (await context.AuditEvents.OrderByDescending(e => e.Id).Select(e => new { e.Id, e.Hash }).FirstOrDefaultAsync() is not { } last) return;
            var head = new Head(Build, snapshot.LastFigureId, last.Id, last.Hash);
            await using (var file = new FileStream(draft, new FileStreamOptions
            {
                Mode = FileMode.Create, Access = FileAccess.Write, BufferSize = 1 << 16, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                using var sha = SHA256.Create();
                await using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
                {
                    head.Write(hashed);
                    PackedFigures.Write(snapshot.Figures, hashed);
                }

                await file.WriteAsync(sha.Hash!);
                file.Flush(flushToDisk: true);
            }

            File.Move(draft, _path!, overwrite: true);
            _held = snapshot.Figures.Count;
            LogWritten(_held, new FileInfo(_path!).Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or NpgsqlException or ObjectDisposedException)
        {
            LogFault(_path!, fault);
        }
    }

    private static async Task<bool> HasAsync(DashboardContext context, Head head, CancellationToken cancellation) =>
        await context.AuditEvents.Where(e => e.Id == head.Event).Select(e => e.Hash).SingleOrDefaultAsync(cancellation) is { } hash
        && hash.AsSpan().SequenceEqual(head.Hash);

    [LoggerMessage(LogLevel.Information, "{Figures} figures are kept packed for the next start ({Bytes} bytes)")]
    private partial void LogWritten(int figures, long bytes);

    [LoggerMessage(LogLevel.Warning, "The figures for the next start cannot be kept in {File}, or not be read")]
    private partial void LogFault(string file, Exception fault);

    /// <summary>What stands before the figures.</summary>
    private readonly record struct Head(byte[] Build, long LastId, long Event, byte[] Hash)
    {
        public const int Length = 32 + sizeof(long) + sizeof(long) + 32;

        public static Head Read(ReadOnlySpan<byte> bytes) => new(
            bytes[..32].ToArray(), BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]), BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]), bytes[48..80].ToArray());

        public void Write(Stream stream)
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Build);
            writer.Write(LastId);
            writer.Write(Event);
            writer.Write(Hash);
        }
    }
}
