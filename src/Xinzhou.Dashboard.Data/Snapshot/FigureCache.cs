using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// The figures up to a number, packed, in a file of the data folder: a start with millions of them reads the file, and only what came later
/// as rows. Figures are only ever inserted, and every insertion has its event: what the file holds is what the database holds as long as
/// the log has the event that was its last when the figures were read, and no look at log and figures has found a fault since. A file that is
/// of another build, damaged or of another past is as good as none.
/// </summary>
public sealed partial class FigureCache
{
    /// <summary>So many figures are read as rows in a moment.</summary>
    public const int MinFigures = 50_000;

    private const string Name = "figures.cache";

    private readonly string? _path;
    private readonly ILogger<FigureCache> _log;
    private readonly int _least;
    private int _inFile;
    private Task _writing = Task.CompletedTask;

    /// <param name="folder">The data folder; null where there is none, and nothing is kept.</param>
    /// <param name="log">Is told what is written, and what cannot be.</param>
    /// <param name="least">With fewer figures no file is written.</param>
    public FigureCache(string? folder, ILogger<FigureCache> log, int least = MinFigures) =>
        (_path, _log, _least) = (folder is null ? null : Path.Combine(folder, Name), log, least);

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
        _inFile = 0;
        if (_path is null || !File.Exists(_path)) return null;
        try
        {
            ReadOnlyMemory<byte> bytes = await File.ReadAllBytesAsync(_path, cancellation);
            var length = bytes.Length - SHA256.HashSizeInBytes;
            if (length < Head.Length || !SHA256.HashData(bytes.Span[..length]).AsSpan().SequenceEqual(bytes.Span[length..])) return null;
            var head = Head.Read(bytes.Span);
            if (!head.Build.AsSpan().SequenceEqual(Build) || !await HoldsAsync(context, head.Past, cancellation)) return null;
            if (PackedFigures.Read(bytes[Head.Length..length], series, source) is not { } figures) return null;
            _inFile = figures.Count;
            return (figures, head.LastId);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogFault(_path, fault);
            return null;
        }
    }

    /// <summary>What the log says of the figures of a snapshot, where they are to be kept; null where not.</summary>
    /// <param name="context">The context that the figures are read with, in the same transaction.</param>
    /// <param name="figures">How many there are.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<Past?> PastAsync(DashboardContext context, int figures, CancellationToken cancellation)
    {
        if (_path is null || figures < _least || figures < _inFile + _inFile / 10 + 1) return null;
        var check = await context.AuditChecks.OrderByDescending(c => c.Id).Select(c => new { c.Id, c.Fault }).FirstOrDefaultAsync(cancellation);
        return check?.Fault is null && await context.AuditEvents.OrderByDescending(e => e.Id).Select(e => new { e.Id, e.Hash }).FirstOrDefaultAsync(cancellation) is { } last
            ? new(last.Id, last.Hash, check?.Id ?? 0)
            : null;
    }

    /// <summary>Writes the file in the background, where a tenth of the figures is not in it.</summary>
    /// <param name="snapshot">What is held. Nothing is written of one that leaves figures out.</param>
    internal void Offer(Snapshot snapshot)
    {
        if (snapshot.Past is not { } past || !_writing.IsCompleted || snapshot.LeftOut.Any(l => l.Table == "figures")) return;
        // When it cannot be written, it is tried again when another tenth is new.
        _inFile = snapshot.Figures.Count;
        _writing = Task.Run(() => Write(snapshot, new(Build, snapshot.LastFigureId, past)));
    }

    /// <summary>Completes when what is being written is written.</summary>
    internal Task WrittenAsync() => _writing;

    private void Write(Snapshot snapshot, Head head)
    {
        var draft = _path + ".new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_path!)!);
            // One process at a time.
            using (var file = new FileStream(draft, new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                Share = FileShare.None,
                BufferSize = 1 << 16,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }))
            {
                try
                {
                    Write(snapshot, head, file);
                    File.Move(draft, _path!, overwrite: true);
                }
                catch
                {
                    File.Delete(draft);
                    throw;
                }
            }

            LogWritten(snapshot.Figures.Count, new FileInfo(_path!).Length);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            LogFault(_path!, fault);
        }
    }

    private static void Write(Snapshot snapshot, Head head, FileStream file)
    {
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            head.Write(hashed);
            PackedFigures.Write(snapshot.Figures, hashed);
        }

        file.Write(sha.Hash!);
        file.Flush(flushToDisk: true);
    }

    private static async Task<bool> HoldsAsync(DashboardContext context, Past past, CancellationToken cancellation) =>
        await context.AuditEvents.Where(e => e.Id == past.Event).Select(e => e.Hash).SingleOrDefaultAsync(cancellation) is { } hash
        && hash.AsSpan().SequenceEqual(past.Hash)
        && !await context.AuditChecks.AnyAsync(c => c.Id > past.Check && c.Fault != null, cancellation);

    [LoggerMessage(LogLevel.Information, "{Figures} figures are kept packed for the next start ({Bytes} bytes)")]
    private partial void LogWritten(int figures, long bytes);

    [LoggerMessage(LogLevel.Warning, "The figures for the next start cannot be kept in {File}, or not be read")]
    private partial void LogFault(string file, Exception fault);

    /// <summary>What the log says of figures: they are all that there were at this event.</summary>
    /// <param name="Event">The number of the last event.</param>
    /// <param name="Hash">Its hash; 32 bytes.</param>
    /// <param name="Check">The number of the last look at log and figures, which found no fault; 0 before the first.</param>
    internal sealed record Past(long Event, byte[] Hash, long Check);

    /// <summary>What stands before the figures.</summary>
    private readonly record struct Head(byte[] Build, long LastId, Past Past)
    {
        public const int Length = 32 + 3 * sizeof(long) + 32;

        public static Head Read(ReadOnlySpan<byte> bytes) => new(
            bytes[..32].ToArray(),
            BinaryPrimitives.ReadInt64LittleEndian(bytes[32..]),
            new(BinaryPrimitives.ReadInt64LittleEndian(bytes[40..]), bytes[56..88].ToArray(), BinaryPrimitives.ReadInt64LittleEndian(bytes[48..])));

        public void Write(Stream stream)
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Build);
            writer.Write(LastId);
            writer.Write(Past.Event);
            writer.Write(Past.Check);
            writer.Write(Past.Hash);
        }
    }
}
