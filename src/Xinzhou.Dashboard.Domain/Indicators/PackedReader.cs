namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>Goes through what a <see cref="PackedBuffer"/> has written.</summary>
internal ref struct PackedReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> _rest = bytes;

    public byte Byte()
    {
        var value = _rest[0];
        _rest = _rest[1..];
        return value;
    }

    public ulong Number()
    {
        var (number, shift, length) = (0UL, 0, 0);
        byte next;
        do
        {
            next = _rest[length++];
            number |= (ulong)(next & 0x7F) << shift;
            shift += 7;
        }
        while (next >= 0x80);

        _rest = _rest[length..];
        return number;
    }

    public long Step()
    {
        var number = Number();
        return (long)(number >> 1) ^ -(long)(number & 1);
    }

    public ReadOnlySpan<byte> Bytes(int length)
    {
        var bytes = _rest[..length];
        _rest = _rest[length..];
        return bytes;
    }
}
