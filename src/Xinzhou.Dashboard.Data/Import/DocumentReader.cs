using System.Text.Json;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>
/// Reads a file by what is in it: CSV, or the JSON of the plan or of the article's facts. A workbook is recognised here and
/// read by whoever can read workbooks.
/// </summary>
public static class DocumentReader
{
    /// <summary>Bytes of a plan or of facts, which are held in memory as a tree; a hundred times what they have.</summary>
    private const int MaxJson = 4 * 1024 * 1024;

    /// <summary>True for a ZIP archive, which is what a workbook is.</summary>
    public static bool IsWorkbook(ReadOnlySpan<byte> content) => content.StartsWith("PK\u0003\u0004"u8) || content.StartsWith("PK\u0005\u0006"u8);

    /// <summary>Reads a text file. What is wrong with it stands in the faults of its table.</summary>
    public static ImportDocument Read(ReadOnlyMemory<byte> content)
    {
        if (FileKind.Foreign(content.Span) is { } foreign)
        {
            return ImportDocument.Unreadable(foreign);
        }

        var (utf8, fault) = TextDecoding.ToUtf8(content);
        if (fault is not null)
        {
            return ImportDocument.Unreadable(fault);
        }

        // A title may stand in brackets: what follows in JSON is a letter of no script.
        return utf8.Span.TrimStart(" \t\r\n"u8) is [(byte)'{' or (byte)'[', ..] and not [_, >= 0x80, ..] ? ReadJson(utf8) : new() { Table = CsvTable.Read(utf8) };
    }

    private static ImportDocument ReadJson(ReadOnlyMemory<byte> utf8)
    {
        if (utf8.Length > MaxJson)
        {
            return ImportDocument.Unreadable(Fault.OfFile(FaultReason.JsonTooLarge, $"{utf8.Length}"));
        }

        try
        {
            using var json = JsonDocument.Parse(utf8);
            return FactsFile.Recognises(json.RootElement) ? FactsFile.Read(json.RootElement, utf8.Span)
                : PlanFile.Recognises(json.RootElement) ? PlanFile.Read(json.RootElement)
                : ImportDocument.Unreadable(Fault.OfFile(FaultReason.UnknownFormat, "JSON"));
        }
        catch (Exception exception) when (exception is JsonException or FormatException or KeyNotFoundException or InvalidOperationException)
        {
            return ImportDocument.Unreadable(Fault.OfFile(FaultReason.MalformedJson, exception.Message));
        }
    }
}
