using System.IO.Compression;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What a file is, by its content: what it is called says nothing, but has to fit.</summary>
public static class EvidenceCheck
{
    /// <summary>The greatest length of a name.</summary>
    public const int MaxNameLength = 120;

    /// <summary>The greatest number of files that are kept of an item and quarter.</summary>
    public const int MaxFiles = 20;

    // An office document has some hundred parts; one of more is made to be slow.
    private const int MaxParts = 10_000;

    private static readonly Dictionary<string, EvidenceKind> Extensions = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = EvidenceKind.Pdf,
        [".png"] = EvidenceKind.Png,
        [".jpg"] = EvidenceKind.Jpeg,
        [".jpeg"] = EvidenceKind.Jpeg,
        [".docx"] = EvidenceKind.Docx,
        [".xlsx"] = EvidenceKind.Xlsx,
        [".pptx"] = EvidenceKind.Pptx,
    };

    /// <summary>What a file dialog offers for pictures.</summary>
    public const string AcceptPictures = ".png,.jpg,.jpeg";

    /// <summary>What a file dialog offers: .pdf,.png,….</summary>
    public static string Accept { get; } = string.Join(',', Extensions.Keys);

    /// <summary>What a file is called without the folder that a browser may have told; without what no name has.</summary>
    public static string CleanName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        return new string([.. last.Where(c => !char.IsControl(c) && char.GetUnicodeCategory(c) != System.Globalization.UnicodeCategory.Format)]).Trim();
    }

    /// <summary>What a file is, or why it is not taken.</summary>
    /// <param name="name">As <see cref="CleanName"/> gives it.</param>
    /// <param name="content">Can be sought in; it stands anywhere afterwards.</param>
    public static (EvidenceKind? Kind, EvidenceFault? Fault) Read(string name, Stream content)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(content);
        if (name.Length is 0 or > MaxNameLength) return (null, EvidenceFault.BadName);
        if (content.Length == 0) return (null, EvidenceFault.Empty);
        var (kind, fault) = KindOf(content);
        if (kind is null) return (null, fault);
        return Extensions.TryGetValue(Path.GetExtension(name), out var named) && named == kind ? (kind, null) : (null, EvidenceFault.NameDiffers);
    }

    private static (EvidenceKind? Kind, EvidenceFault? Fault) KindOf(Stream content)
    {
        Span<byte> first = stackalloc byte[8];
        content.Position = 0;
        first = first[..content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false)];
        if (first.StartsWith("%PDF-"u8)) return (EvidenceKind.Pdf, null);
        if (first.SequenceEqual<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A])) return (EvidenceKind.Png, null);
        if (first.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return (EvidenceKind.Jpeg, null);
        if (first.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0])) return (null, EvidenceFault.OldOffice);
        return first.StartsWith("PK\u0003\u0004"u8) ? KindOfPackage(content) : (null, EvidenceFault.UnknownKind);
    }

    private static (EvidenceKind? Kind, EvidenceFault? Fault) KindOfPackage(Stream content)
    {
        try
        {
            content.Position = 0;
            using var package = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            if (package.Entries.Count > MaxParts) return (null, EvidenceFault.UnknownKind);
            var parts = package.Entries.Select(e => e.FullName).ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (parts.Any(p => Path.GetFileName(p).Equals("vbaProject.bin", StringComparison.OrdinalIgnoreCase))) return (null, EvidenceFault.WithMacros);
            EvidenceKind? kind = !parts.Contains("[Content_Types].xml") ? null
                : parts.Contains("word/document.xml") ? EvidenceKind.Docx
                : parts.Contains("xl/workbook.xml") ? EvidenceKind.Xlsx
                : parts.Contains("ppt/presentation.xml") ? EvidenceKind.Pptx
                : null;
            return (kind, kind is null ? EvidenceFault.UnknownKind : null);
        }
        catch (InvalidDataException)
        {
            return (null, EvidenceFault.UnknownKind);
        }
    }
}
