using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>Made-up files of evidence that say what they are: nobody takes them for documents or photographs.</summary>
internal static class DemonstrationFiles
{
    private const string Mark = "DEMONSTRATION DATA - made up, no document";
    private const int Width = 320;
    private const int Height = 180;

    /// <summary>A page of one line, in the font that every reader has.</summary>
    /// <param name="of">What it is of; ASCII.</param>
    public static byte[] Pdf(string of)
    {
        var line = $"BT /F1 18 Tf 60 760 Td ({Mark}: {of}) Tj ET";
        string[] parts =
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
            FormattableString.Invariant($"<< /Length {line.Length} >>\nstream\n{line}\nendstream"),
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ];
        var page = new StringBuilder("%PDF-1.4\n");
        var places = new List<int>();
        foreach (var (part, number) in parts.Select((p, i) => (p, i + 1)))
        {
            places.Add(page.Length);
            page.Append(CultureInfo.InvariantCulture, $"{number} 0 obj\n{part}\nendobj\n");
        }

        var start = page.Length;
        page.Append(CultureInfo.InvariantCulture, $"xref\n0 {parts.Length + 1}\n0000000000 65535 f \n");
        foreach (var place in places) page.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n");
        page.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {parts.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(page.ToString());
    }

    /// <summary>A hatched picture in greys.</summary>
    /// <param name="of">What it is of; ASCII. It stands in the file beside the picture.</param>
    public static byte[] Png(string of)
    {
        using var packed = new MemoryStream();
        using (var rows = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            // A row begins with how it is filtered: not at all.
            var row = new byte[1 + Width];
            for (var y = 0; y < Height; y++)
            {
                for (var x = 0; x < Width; x++) row[1 + x] = (byte)((x + y) / 20 % 2 == 0 ? 0xEC : 0xCC);
                rows.Write(row);
            }
        }

        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), Height);
        // Eight bits of grey.
        head[8] = 8;
        using var picture = new MemoryStream();
        picture.Write([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]);
        Write(picture, "IHDR", head);
        Write(picture, "tEXt", Encoding.ASCII.GetBytes($"Comment\0{Mark}: {of}"));
        Write(picture, "IDAT", packed.ToArray());
        Write(picture, "IEND", []);
        return picture.ToArray();
    }

    /// <summary>A chunk of a PNG: how long it is, what it is, what it holds, and the CRC-32 of the last two.</summary>
    private static void Write(MemoryStream picture, string type, byte[] content)
    {
        byte[] counted = [.. Encoding.ASCII.GetBytes(type), .. content];
        var number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, content.Length);
        picture.Write(number);
        picture.Write(counted);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32(counted));
        picture.Write(number);
    }

    private static uint Crc32(byte[] content)
    {
        var crc = uint.MaxValue;
        foreach (var next in content)
        {
            crc ^= next;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 0 ? crc >> 1 : (crc >> 1) ^ 0xEDB88320;
        }

        return ~crc;
    }
}
