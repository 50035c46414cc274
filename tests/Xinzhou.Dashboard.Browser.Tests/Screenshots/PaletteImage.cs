using System.Buffers.Binary;
using System.IO.Compression;

namespace Xinzhou.Dashboard.Browser.Tests.Screenshots;

/// <summary>Makes a screenshot small: 256 colours instead of 16 million, which flat pages do not need.</summary>
public static class PaletteImage
{
    private const int Colours = 256;
    private static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>The picture with a palette; as it was if it is no PNG of 8 bits in three or four channels.</summary>
    public static byte[] Shrink(byte[] png)
    {
        ArgumentNullException.ThrowIfNull(png);
        var width = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(16));
        var height = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(20));
        var channels = (png[24], png[25]) switch { (8, 2) => 3, (8, 6) => 4, _ => 0 };
        if (channels == 0 || png[28] != 0)
        {
            return png;
        }

        var pixels = Pixels(png, width, height, channels);
        var (palette, indices) = Quantise(pixels);
        var small = Write(width, height, palette, indices);
        return small.Length < png.Length ? small : png;
    }

    /// <summary>Unpacks the picture to one number of 24 bits a pixel.</summary>
    private static int[] Pixels(byte[] png, int width, int height, int channels)
    {
        using var packed = new MemoryStream();
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            if (png.AsSpan(at + 4, 4).SequenceEqual("IDAT"u8)) packed.Write(png, at + 8, length);
            at += 12 + length;
        }

        packed.Position = 0;
        using var raw = new ZLibStream(packed, CompressionMode.Decompress);
        var pixels = new int[width * height];
        byte[] line = new byte[width * channels], above = new byte[width * channels];
        for (var y = 0; y < height; y++)
        {
            var filter = raw.ReadByte();
            raw.ReadExactly(line);
            Unfilter(filter, line, above, channels);
            for (var x = 0; x < width; x++)
                pixels[y * width + x] = line[x * channels] << 16 | line[x * channels + 1] << 8 | line[x * channels + 2];
            (line, above) = (above, line);
        }

        return pixels;
    }

    private static void Unfilter(int filter, byte[] line, byte[] above, int channels)
    {
        for (var i = 0; i < line.Length; i++)
        {
            int left = i < channels ? 0 : line[i - channels], up = above[i], corner = i < channels ? 0 : above[i - channels];
            line[i] += (byte)(filter switch { 1 => left, 2 => up, 3 => (left + up) / 2, 4 => Paeth(left, up, corner), _ => 0 });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (a, b, c) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }

    /// <summary>The most frequent colours; the others become the nearest of them.</summary>
    private static (int[] Palette, byte[] Indices) Quantise(int[] pixels)
    {
        var counts = pixels.CountBy(p => p).OrderByDescending(c => c.Value).ThenBy(c => c.Key).ToArray();
        int[] palette = [.. counts.Take(Colours).Select(c => c.Key)];
        var nearest = counts.ToDictionary(c => c.Key, c => (byte)Array.IndexOf(palette, palette.MinBy(p => Distance(p, c.Key))));
        return (palette, [.. pixels.Select(p => nearest[p])]);
    }

    private static int Distance(int one, int other)
    {
        var (red, green, blue) = ((one >> 16) - (other >> 16), (one >> 8 & 255) - (other >> 8 & 255), (one & 255) - (other & 255));
        return red * red + green * green + blue * blue;
    }

    private static byte[] Write(int width, int height, int[] palette, byte[] indices)
    {
        using var png = new MemoryStream();
        png.Write(Signature);

        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        (header[8], header[9]) = (8, 3);
        Chunk(png, "IHDR"u8, header);
        Chunk(png, "PLTE"u8, [.. palette.SelectMany(p => new[] { (byte)(p >> 16), (byte)(p >> 8), (byte)p })]);

        using var packed = new MemoryStream();
        using (var zip = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var y = 0; y < height; y++)
            {
                zip.WriteByte(0);
                zip.Write(indices, y * width, width);
            }
        }

        Chunk(png, "IDAT"u8, packed.ToArray());
        Chunk(png, "IEND"u8, []);
        return png.ToArray();
    }

    private static void Chunk(Stream png, ReadOnlySpan<byte> type, byte[] data)
    {
        byte[] body = [.. type, .. data], number = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        png.Write(number);
        png.Write(body);
        BinaryPrimitives.WriteUInt32BigEndian(number, Checksum(body));
        png.Write(number);
    }

    /// <summary>CRC-32 as PNG wants it.</summary>
    private static uint Checksum(byte[] bytes)
    {
        var sum = 0xFFFFFFFFu;
        foreach (var one in bytes)
        {
            sum ^= one;
            for (var bit = 0; bit < 8; bit++) sum = (sum & 1) == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB88320u;
        }

        return ~sum;
    }
}
