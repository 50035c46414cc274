using System.Buffers.Binary;
using System.IO.Compression;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Documents.Workbooks;

/// <summary>
/// How much a packed file would grow, told from its directory before anything is unpacked. (A directory that lies does not
/// help: .NET unpacks no more of an entry than it declares.)
/// </summary>
internal static class Packing
{
    /// <summary>A workbook has a few dozen parts.</summary>
    private const int MaxEntries = 2000;

    /// <summary>Bytes that any workbook may unpack to: a small one of equal rows packs very tightly, and does no harm.</summary>
    private const int AlwaysAllowed = 1024 * 1024;

    /// <summary>Bytes of a part that says where the others are: the library holds it in memory as a tree.</summary>
    private const int MaxOrganisation = 1024 * 1024;

    private const int EndRecordLength = 22;

    /// <summary>What is wrong with the packing; null when it may be unpacked.</summary>
    public static Fault? Check(byte[] content)
    {
        if (EntriesOf(content) is not { } entries)
        {
            return Fault.OfFile(FaultReason.BrokenWorkbook, "ZIP");
        }

        if (entries > MaxEntries)
        {
            return Fault.OfFile(FaultReason.Expansion, $"{entries} ZIP entries");
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            if (archive.Entries.FirstOrDefault(e => IsOrganisation(e.FullName) && e.Length > MaxOrganisation) is { } large)
            {
                return Fault.OfFile(FaultReason.Expansion, $"{large.FullName}: {large.Length}");
            }

            var unpacked = archive.Entries.Aggregate(0m, (sum, entry) => sum + entry.Length);
            return unpacked > Math.Max(AlwaysAllowed, (decimal)content.Length * SourceTable.MaxExpansion)
                ? Fault.OfFile(FaultReason.Expansion, $"{content.Length} → {unpacked}")
                : null;
        }
        catch (InvalidDataException exception)
        {
            return Fault.OfFile(FaultReason.BrokenWorkbook, exception.Message);
        }
    }

    private static bool IsOrganisation(string name) =>
        name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase) || name.Equals("[Content_Types].xml", StringComparison.OrdinalIgnoreCase);

    /// <summary>The number of entries, from the record at the end: the directory itself may be long.</summary>
    private static int? EntriesOf(ReadOnlySpan<byte> content)
    {
        var end = content.LastIndexOf("PK\u0005\u0006"u8);
        return end < 0 || content.Length - end < EndRecordLength ? null : BinaryPrimitives.ReadUInt16LittleEndian(content[(end + 10)..]);
    }
}
