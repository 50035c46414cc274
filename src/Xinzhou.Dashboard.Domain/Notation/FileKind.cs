using System.Text;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Files that are something else than their name says, told by how they begin.</summary>
public static class FileKind
{
    private const int MaxBeginning = 4096;

    private static readonly (byte[] Beginning, string Name)[] Others =
    [
        ([.. "%PDF"u8], "PDF"), ([.. "{\\rtf"u8], "RTF"), ([0x89, .. "PNG"u8], "PNG"), ([0xFF, 0xD8, 0xFF], "JPEG"), ([.. "Rar!"u8], "RAR"),
        ([.. "7z"u8, 0xBC, 0xAF], "7z"), ([0x1F, 0x8B], "gzip"), ([.. "MIME-Version:"u8], "MHTML"),
    ];

    /// <summary>What a file is that can be neither a workbook nor text in the import format; null when it may be one of them.</summary>
    public static Fault? Foreign(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("PK\u0003\u0004"u8))
        {
            return Packed(content);
        }

        // What older spreadsheet programs write, and newer ones with a password.
        if (content.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Fault.OfFile(FaultReason.OldWorkbook);
        }

        foreach (var (beginning, name) in Others)
        {
            if (content.StartsWith(beginning))
            {
                return Fault.OfFile(FaultReason.OtherDocument, name);
            }
        }

        var text = Encoding.Latin1.GetString(content[..Math.Min(content.Length, MaxBeginning)]).TrimStart('\u00EF', '\u00BB', '\u00BF', ' ', '\t', '\r', '\n');
        return !text.StartsWith('<') ? null
            : Says(text, "urn:schemas-microsoft-com:office:spreadsheet") ? Fault.OfFile(FaultReason.SpreadsheetMl)
            : Says(text, "office:document") ? Fault.OfFile(FaultReason.OdsFile)
            : text.StartsWith("<?xml", StringComparison.OrdinalIgnoreCase) && !Says(text, "<html") ? Fault.OfFile(FaultReason.OtherDocument, "XML")
            : Fault.OfFile(FaultReason.WebPage);
    }

    private static Fault? Packed(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, 200)].IndexOf("mimetypeapplication/vnd.oasis.opendocument"u8) > 0 ? Fault.OfFile(FaultReason.OdsFile)
        : Has(content, "xl/workbook.bin"u8) ? Fault.OfFile(FaultReason.BinaryWorkbook)
        : Has(content, "word/document.xml"u8) ? Fault.OfFile(FaultReason.OtherDocument, "Word")
        : Has(content, "ppt/presentation.xml"u8) ? Fault.OfFile(FaultReason.OtherDocument, "PowerPoint")
        : Has(content, "Index/Document.iwa"u8) ? Fault.OfFile(FaultReason.OtherDocument, "Numbers")
        : null;

    /// <summary>The directory stands at the end.</summary>
    private static bool Has(ReadOnlySpan<byte> content, ReadOnlySpan<byte> entry) =>
        content[Math.Max(0, content.Length - (1 << 16))..].IndexOf(entry) >= 0;

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);
}
