using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Snapshot;

/// <summary>
/// The figures up to a number, packed, and what the rules find in them, in a file of the data folder: a start with millions of them reads the
/// file, and only what came later as rows. Figures are only ever inserted, and every insertion has its event: what the file holds is what the
/// database holds as long as the log has the event that was its last when the figures were read, and no look at log and figures has found a
/// fault since; what is found in them holds under the same rules and catalogue. A file that is of another build, damaged or of another past is
/// as good as none.
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

    /// <summary>What the file holds; null where there is no file, or none that holds.</summary>
    /// <param name="context">A context.</param>
    /// <param name="snapshot">What else was read: rules and catalogue.</param>
    /// <param name="series">The series of a number; null where there is none, or none that is understood.</param>
    /// <param name="source">The document of a number; likewise.</param>
    /// <param name="cancellation">Cancels.</param>
    internal async Task<Kept?> ReadAsync(
        DashboardContext context, Snapshot snapshot, Func<int, Series?> series, Func<int, SourceDocument?> source, CancellationToken cancellation)
    {
        _inFile = 0;
        if (_path is null || !File.Exists(_path)) return null;
        try
        {
            var file = await File.ReadAllBytesAsync(_path, cancellation);
            var (bytes, length) = (file.AsMemory(), file.Length - SHA256.HashSizeInBytes);
            if (length < Head.Length || !SHA256.HashData(bytes.Span[..length]).AsSpan().SequenceEqual(bytes.Span[length..])) return null;
            var head = Head.Read(file);
            if (!head.Build.AsSpan().SequenceEqual(Build) || !await HoldsAsync(context, head.Past, cancellation)) return null;
            var begin = Head.Length + head.DigestLength;
            if (PackedFigures.Read(bytes[begin..length], series, source) is not { } figures) return null;
            var isJudgedAlike = head.Grounds.AsSpan().SequenceEqual(GroundsOf(snapshot));
            // Where it is not, the file is soon written anew.
            if (isJudgedAlike) _inFile = figures.Count;
            return new(figures, head.LastId, head.LastWithdrawalId, isJudgedAlike && head.DigestLength > 0 ? bytes[Head.Length..begin] : default(ReadOnlyMemory<byte>?));
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
    /// <param name="now">The present moment.</param>
    internal void Offer(Snapshot snapshot, AsOf now)
    {
        if (snapshot.Past is not { } past || !_writing.IsCompleted || snapshot.LeftOut.Any(l => l.Table == "figures")) return;
        // When it cannot be written, it is tried again when another tenth is new.
        _inFile = snapshot.Figures.Count;
        _writing = Task.Run(() => Write(snapshot, now, past));
    }

    /// <summary>Completes when what is being written is written.</summary>
    internal Task WrittenAsync() => _writing;

    private void Write(Snapshot snapshot, AsOf now, Past past)
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
                    Write(snapshot, now, past, file);
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

    private void Write(Snapshot snapshot, AsOf now, Past past, FileStream file)
    {
        var found = FoundIn(snapshot, now);
        using var sha = SHA256.Create();
        using (var hashed = new CryptoStream(file, sha, CryptoStreamMode.Write, leaveOpen: true))
        {
            new Head(Build, snapshot.Marks?.Figures ?? 0, snapshot.Marks?.Withdrawals ?? 0, past, GroundsOf(snapshot), found.Length).Write(hashed);
            hashed.Write(found);
            PackedFigures.Write(snapshot.Figures, hashed);
        }

        file.Write(sha.Hash!);
        file.Flush(flushToDisk: true);
    }

    /// <summary>What the rules find, as the digest writes it; empty where it cannot be worked out, which the next start then tries itself.</summary>
    private byte[] FoundIn(Snapshot snapshot, AsOf now)
    {
        using var found = new MemoryStream();
        try
        {
            snapshot.DigestAt(now).Write(found);
        }
        catch (Exception fault) when (fault is AggregateException or ArithmeticException or FormatException or InvalidOperationException)
        {
            LogNotFound(fault);
            return [];
        }

        return found.ToArray();
    }

    private static async Task<bool> HoldsAsync(DashboardContext context, Past past, CancellationToken cancellation) =>
        await context.AuditEvents.Where(e => e.Id == past.Event).Select(e => e.Hash).SingleOrDefaultAsync(cancellation) is { } hash
        && hash.AsSpan().SequenceEqual(past.Hash)
        && !await context.AuditChecks.AnyAsync(c => c.Id > past.Check && c.Fault != null, cancellation);

    /// <summary>What figures are judged by: the rules as they are stored, and the catalogue. Of 32 bytes.</summary>
    private static byte[] GroundsOf(Snapshot snapshot) => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
    {
        Rules = snapshot.Rules.Definitions.Select(d => new[] { d.Code, d.Definition }),
        snapshot.Catalogue.Indicators,
        snapshot.Catalogue.Units,
    }));

    [LoggerMessage(LogLevel.Information, "{Figures} figures are kept packed for the next start ({Bytes} bytes)")]
    private partial void LogWritten(int figures, long bytes);

    [LoggerMessage(LogLevel.Error, "What is said of all figures cannot be worked out, and is not kept for the next start")]
    private partial void LogNotFound(Exception fault);

    [LoggerMessage(LogLevel.Warning, "The figures for the next start cannot be kept in {File}, or not be read")]
    private partial void LogFault(string file, Exception fault);

    /// <summary>What the log says of figures: they are all that there were at this event.</summary>
    /// <param name="Event">The number of the last event.</param>
    /// <param name="Hash">Its hash; 32 bytes.</param>
    /// <param name="Check">The number of the last look at log and figures, which found no fault; 0 before the first.</param>
    internal sealed record Past(long Event, byte[] Hash, long Check);

    /// <summary>What a file holds.</summary>
    /// <param name="Figures">The figures.</param>
    /// <param name="LastId">The number of the last.</param>
    /// <param name="LastWithdrawalId">The number of the last withdrawal that <paramref name="Found"/> knows of; 0 for none.</param>
    /// <param name="Found">What was found in them, as the digest wrote it; null where it was found under other rules, or could not be.</param>
    internal sealed record Kept(PackedFigures Figures, long LastId, long LastWithdrawalId, ReadOnlyMemory<byte>? Found)
    {
        /// <summary>What was found in the figures; null where it does not hold.</summary>
        /// <param name="rules">The rules in force.</param>
        /// <param name="book">The figures, with the withdrawals up to the last.</param>
        public Digest? Digest(RuleBook rules, FigureBook book)
        {
            if (Found is not { } found) return null;
            using var stream = new MemoryStream(found.ToArray());
            return Domain.Rules.Digest.Read(stream, rules, book);
        }
    }

    /// <summary>What stands before the rest.</summary>
    private readonly record struct Head(byte[] Build, long LastId, long LastWithdrawalId, Past Past, byte[] Grounds, int DigestLength)
    {
        public const int Length = 32 + 4 * sizeof(long) + 32 + 32 + sizeof(int);

        public static Head Read(byte[] bytes)
        {
            using var reader = new BinaryReader(new MemoryStream(bytes, 0, Length));
            return new(
                reader.ReadBytes(32), reader.ReadInt64(), reader.ReadInt64(), new(reader.ReadInt64(), reader.ReadBytes(32), reader.ReadInt64()), reader.ReadBytes(32), reader.ReadInt32());
        }

        public void Write(Stream stream)
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Build);
            writer.Write(LastId);
            writer.Write(LastWithdrawalId);
            writer.Write(Past.Event);
            writer.Write(Past.Hash);
            writer.Write(Past.Check);
            writer.Write(Grounds);
            writer.Write(DigestLength);
        }
    }
}
