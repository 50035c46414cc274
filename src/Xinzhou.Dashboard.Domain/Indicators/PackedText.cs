using System.Text;

namespace Xinzhou.Dashboard.Domain.Indicators;

/// <summary>
/// Writes and reads texts in few bytes: of each, what it does not share with the one before it. The sentences of a series differ by a
/// year and a number.
/// </summary>
internal static class PackedText
{
    public static void Write(ref PackedBuffer buffer, string text, string before)
    {
        var longest = Math.Min(text.Length, before.Length);
        var start = text.AsSpan().CommonPrefixLength(before);
        // No half of a surrogate pair is written alone.
        if (start > 0 && char.IsHighSurrogate(text[start - 1])) start--;
        var end = 0;
        while (end < longest - start && text[^(end + 1)] == before[^(end + 1)]) end++;
        if (end > 0 && char.IsLowSurrogate(text[^end])) end--;
        var own = text.AsSpan(start, text.Length - start - end);
        buffer.Write((ulong)start);
        buffer.Write((ulong)end);
        buffer.Write((ulong)Encoding.UTF8.GetByteCount(own));
        buffer.Write(own);
    }

    public static string Read(ref PackedReader reader, string before)
    {
        var (start, end) = ((int)reader.Number(), (int)reader.Number());
        var own = reader.Bytes((int)reader.Number());
        if (own.IsEmpty && start == before.Length) return before;
        if (start + end == 0) return Encoding.UTF8.GetString(own);
        Span<char> letters = own.Length <= 512 ? stackalloc char[own.Length] : new char[own.Length];
        letters = letters[..Encoding.UTF8.GetChars(own, letters)];
        return string.Concat(before.AsSpan(0, start), letters, before.AsSpan(before.Length - end));
    }

    public static void Skip(ref PackedReader reader)
    {
        reader.Number();
        reader.Number();
        reader.Bytes((int)reader.Number());
    }
}
