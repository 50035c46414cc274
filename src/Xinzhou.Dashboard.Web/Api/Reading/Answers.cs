using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Xinzhou.Dashboard.Data.Import;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Writes answers: pages of lists and single entries, as JSON and as CSV.</summary>
public static class Answers
{
    private const string Json = "application/json; charset=utf-8";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>A longer body is not kept in memory: it is written once to be hashed and once for the reader.</summary>
    private const int GreatestHeld = 16 * 1024 * 1024;

    private static readonly ReadOnlyMemory<byte> Comma = new([(byte)',']);

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    private static ReadOnlySpan<byte> Opening => "{\"items\":["u8;

    private static readonly JsonWriterOptions Readable =
        new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    /// <summary>A page of a list whose rows are in the order of their positions; null when the cursor cannot be read.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="rows">All rows of the list; with a <paramref name="count"/>, at least those after the cursor.</param>
    /// <param name="position">The place of a row.</param>
    /// <param name="item">A row as it is answered.</param>
    /// <param name="shape">How it is written.</param>
    /// <param name="count">How many rows there are in all, where that is known without going through them.</param>
    /// <param name="written">A row as it is written in JSON, where that is held; null to write all of them here.</param>
    public static Answer? List<TRow, TPosition, TItem>(
        ReadRequest request,
        IEnumerable<TRow> rows,
        Func<TRow, TPosition> position,
        Func<TRow, TItem> item,
        ListShape<TItem> shape,
        long? count = null,
        Func<TRow, WrittenItem>? written = null)
        where TPosition : IPosition<TPosition>
    {
        var after = default(TPosition);
        if (request.After is { } text && !TPosition.TryRead(text, out after))
        {
            request.Query.Fault(Parameters.Cursor.Name, ProblemCode.InvalidCursor, text, "next");
            return null;
        }

        var (page, total, more, before) = (new List<TRow>(), 0L, false, request.After is not null);
        foreach (var row in rows)
        {
            total++;
            if (more && count is not null) break;
            before = before && position(row).Compare(after!) <= 0;
            if (before || more)
            {
                continue;
            }

            more = page.Count == request.Limit;
            if (!more)
            {
                page.Add(row);
            }
        }

        var next = more ? request.CursorAfter(position(page[^1]).Write()).Write() : null;
        var answer = request.Format == AnswerFormat.Csv
            ? Finish(request, Csv, () => CsvChunks(page.Select(item), shape.Csv))
            : written is not null
            ? Together(request, Page<TItem>(request, [], count ?? total, next), shape.Json, [.. page.Select(written)])
            : Finish(request, Json, () => JsonChunks(Page(request, [.. page.Select(item)], count ?? total, next), shape.Json));
        return next is null ? answer : answer with { NextPage = request.AddressOf(next) };
    }

    /// <summary>A list that is ordered by a number.</summary>
    public static Answer? List<TRow, TItem>(
        ReadRequest request, IEnumerable<TRow> rows, Func<TRow, int> order, Func<TRow, TItem> item, ListShape<TItem> shape) =>
        List(request, rows, row => new OrderPosition(order(row)), item, shape);

    /// <summary>A single entry; as CSV it is a list of one.</summary>
    public static Answer One<TItem>(ReadRequest request, TItem item, JsonTypeInfo<TItem> json, IReadOnlyList<CsvColumn<TItem>> csv) =>
        request.Format == AnswerFormat.Csv
            ? Finish(request, Csv, () => CsvChunks([item], csv))
            : Finish(request, Json, () => JsonChunks(item, json));

    /// <summary>A row as it is written in JSON.</summary>
    public static WrittenItem Written<TItem>(TItem item, JsonTypeInfo<TItem> json)
    {
        var written = Serialized(item, json);
        return new(written, BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(written)));
    }

    /// <summary>A page whose rows are written already: put between its brackets, and named by what names them.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="empty">The page without its rows.</param>
    /// <param name="json">How it is written.</param>
    /// <param name="rows">The rows.</param>
    private static Answer Together<TItem>(ReadRequest request, Page<TItem> empty, JsonTypeInfo<Page<TItem>> json, WrittenItem[] rows)
    {
        var frame = Serialized(empty, json);
        if (!frame.AsSpan().StartsWith(Opening)) throw new InvalidOperationException("A page no longer begins with its rows.");
        const int row = 16;
        var hashes = new byte[sizeof(long) + row * rows.Length + frame.Length];
        BinaryPrimitives.WriteInt64LittleEndian(hashes, request.AsOf.Moment.UtcTicks);
        for (var i = 0; i < rows.Length; i++) BinaryPrimitives.WriteUInt128BigEndian(hashes.AsSpan(sizeof(long) + row * i), rows[i].Hash);
        frame.CopyTo(hashes.AsSpan(sizeof(long) + row * rows.Length));
        var length = frame.Length + Math.Max(0, rows.Length - 1) + rows.Sum(r => (long)r.Json.Length);
        return new(Tag(SHA256.HashData(hashes)), Json, length, Parts) { Demonstration = request.Snapshot.Demonstration };

        IEnumerable<ReadOnlyMemory<byte>> Parts()
        {
            yield return frame.AsMemory(..Opening.Length);
            for (var i = 0; i < rows.Length; i++)
            {
                if (i > 0) yield return Comma;
                yield return rows[i].Json;
            }

            yield return frame.AsMemory(Opening.Length..);
        }
    }

    private static string Tag(ReadOnlySpan<byte> hash) => $"\"{Base64Url.EncodeToString(hash[..18])}\"";

    private static Page<TItem> Page<TItem>(ReadRequest request, TItem[] items, long total, string? next) =>
        new(items, total, next, Instants.InShanghai(request.AsOf.Moment)) { Demonstration = request.Snapshot.Demonstration };

    private static Answer Finish(ReadRequest request, string contentType, Func<IEnumerable<ReadOnlyMemory<byte>>> chunks)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(BitConverter.GetBytes(request.AsOf.Moment.UtcTicks));
        var (length, held) = (0L, new ArrayBufferWriter<byte>());
        foreach (var chunk in chunks())
        {
            hash.AppendData(chunk.Span);
            length += chunk.Length;
            if (length <= GreatestHeld)
            {
                held.Write(chunk.Span);
            }
        }

        var tag = Tag(hash.GetHashAndReset());
        return (length <= GreatestHeld ? Answer.Of(tag, contentType, held.WrittenSpan.ToArray()) : new(tag, contentType, length, chunks)) with
        {
            Demonstration = request.Snapshot.Demonstration,
            FileName = contentType == Csv ? $"{request.Name}.csv" : null,
        };
    }

    private static IEnumerable<ReadOnlyMemory<byte>> JsonChunks<T>(T value, JsonTypeInfo<T> json)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            JsonSerializer.Serialize(writer, value, json);
        }

        yield return buffer.WrittenMemory;
    }

    /// <summary>Something small, of which there are many.</summary>
    private static byte[] Serialized<T>(T value, JsonTypeInfo<T> json)
    {
        var buffer = _buffer ??= new(4096);
        var writer = _writer ??= new(buffer, Readable);
        try
        {
            JsonSerializer.Serialize(writer, value, json);
            writer.Flush();
            return buffer.WrittenSpan.ToArray();
        }
        finally
        {
            buffer.ResetWrittenCount();
            writer.Reset();
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> CsvChunks<T>(IEnumerable<T> rows, IReadOnlyList<CsvColumn<T>> columns) =>
        CsvTable.Parts([.. columns.Select(c => c.Name)], rows.Select(r => columns.Select(c => c.Value(r))));
}
