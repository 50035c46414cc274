using System.Buffers.Binary;
using System.Text;

namespace Xinzhou.Dashboard.Browser.Tests.Live;

/// <summary>The part of MessagePack that the protocol of circuits uses.</summary>
internal static class Pack
{
    /// <summary>A message with its length before it, as it goes over the wire.</summary>
    public static byte[] Message(params object?[] items)
    {
        var body = new List<byte>();
        Write(body, items);
        var framed = new List<byte>();
        for (var length = (uint)body.Count; ; length >>= 7)
        {
            framed.Add((byte)(length > 0x7f ? (length & 0x7f) | 0x80 : length));
            if (length <= 0x7f) break;
        }

        framed.AddRange(body);
        return [.. framed];
    }

    /// <summary>The first message of what was received, and how many bytes it takes; null while it is not whole.</summary>
    public static (object?[] Message, int Size)? Read(ReadOnlySpan<byte> data)
    {
        var (length, at) = (0, 0);
        for (var shift = 0; ; shift += 7)
        {
            if (at >= data.Length) return null;
            length |= (data[at] & 0x7f) << shift;
            if ((data[at++] & 0x80) == 0) break;
        }

        if (data.Length < at + length) return null;
        var from = at;
        return ((object?[])Value(data, ref from)!, at + length);
    }

    private static void Write(List<byte> output, object? value)
    {
        switch (value)
        {
            case null:
                output.Add(0xc0);
                break;
            case bool flag:
                output.Add((byte)(flag ? 0xc3 : 0xc2));
                break;
            case int or long:
                output.Add(0xd3);
                var number = new byte[8];
                BinaryPrimitives.WriteInt64BigEndian(number, Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture));
                output.AddRange(number);
                break;
            case string text:
                var bytes = Encoding.UTF8.GetBytes(text);
                output.Add(0xdb);
                var size = new byte[4];
                BinaryPrimitives.WriteInt32BigEndian(size, bytes.Length);
                output.AddRange(size);
                output.AddRange(bytes);
                break;
            case Dictionary<string, string>:
                output.Add(0x80);
                break;
            case object?[] items:
                output.Add((byte)(0x90 | items.Length));
                foreach (var item in items) Write(output, item);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private static object? Value(ReadOnlySpan<byte> data, ref int at)
    {
        var kind = data[at++];
        switch (kind)
        {
            case <= 0x7f: return (long)kind;
            case >= 0xe0: return (long)(sbyte)kind;
            case >= 0xa0 and <= 0xbf: return Text(data, ref at, kind & 0x1f);
            case >= 0x90 and <= 0x9f: return Items(data, ref at, kind & 0xf);
            case >= 0x80 and <= 0x8f: return Items(data, ref at, 2 * (kind & 0xf));
            case 0xc0: return null;
            case 0xc2: return false;
            case 0xc3: return true;
            case 0xc4 or 0xd9:
                return Text(data, ref at, (int)Number(data, ref at, 1));
            case 0xc5 or 0xda:
                return Text(data, ref at, (int)Number(data, ref at, 2));
            case 0xc6 or 0xdb:
                return Text(data, ref at, (int)Number(data, ref at, 4));
            case 0xcc or 0xd0: return Number(data, ref at, 1);
            case 0xcd or 0xd1: return Number(data, ref at, 2);
            case 0xce or 0xd2: return Number(data, ref at, 4);
            case 0xcf or 0xd3 or 0xcb: return Number(data, ref at, 8);
            case 0xdc: return Items(data, ref at, (int)Number(data, ref at, 2));
            default: throw new NotSupportedException($"MessagePack {kind:x2}");
        }
    }

    private static long Number(ReadOnlySpan<byte> data, ref int at, int bytes)
    {
        long number = 0;
        for (var i = 0; i < bytes; i++) number = (number << 8) | data[at++];
        return number;
    }

    private static string Text(ReadOnlySpan<byte> data, ref int at, int length)
    {
        var text = Encoding.UTF8.GetString(data.Slice(at, length));
        at += length;
        return text;
    }

    private static object?[] Items(ReadOnlySpan<byte> data, ref int at, int count)
    {
        var items = new object?[count];
        for (var i = 0; i < count; i++) items[i] = Value(data, ref at);
        return items;
    }
}
