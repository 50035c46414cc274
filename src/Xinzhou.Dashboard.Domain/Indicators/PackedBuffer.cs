using System.Text;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Bytes that grow as they are written.</summary>
internal struct PackedBuffer
{
    private const int FirstLength = 64;
    private const int MaxNumber = 10;

    private byte[]? _bytes;

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public void Write(byte value)
    {
        Room(1)[0] = value;
        Length++;
    }

    /// <summary>Writes a number by seven bits, the lowest first.</summary>
    public void Write(ulong number)
    {
        var room = Room(MaxNumber);
        var length = 0;
        for (; number >= 0x80; number >>= 7) room[length++] = (byte)(number | 0x80);
        room[length++] = (byte)number;
        Length += length;
    }

    /// <summary>Writes a number that may be negative: the sign is the lowest bit.</summary>
    public void WriteStep(long step) => Write((ulong)((step << 1) ^ (step >> 63)));

    /// <summary>Writes letters in UTF-8.</summary>
    public void Write(ReadOnlySpan<char> letters) => Length += Encoding.UTF8.GetBytes(letters, Room(Encoding.UTF8.GetByteCount(letters)));

    private Span<byte> Room(int length)
    {
        if (_bytes is null || _bytes.Length - Length < length) Array.Resize(ref _bytes, Math.Max(FirstLength, Math.Max(Length + length, Length + Length / 2)));
        return _bytes.AsSpan(Length);
    }
}
