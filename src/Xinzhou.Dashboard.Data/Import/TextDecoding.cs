using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Text in UTF-8, with or without a byte order mark, or else in GB 18030 (of which GBK is a part).</summary>
public static class TextDecoding
{
    private const int BlockSize = 1 << 16;

    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The text as UTF-8 without a byte order mark; nothing and a fault when it is neither.</summary>
    public static (ReadOnlyMemory<byte> Utf8, Fault? Fault) ToUtf8(ReadOnlyMemory<byte> content)
    {
        var bytes = content.Span;
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (default, Fault.OfFile(FaultReason.Utf16));
        }

        // Neither encoding has a NUL in a text; UTF-16 without its mark has many.
        if (bytes.IndexOf((byte)0) is var nul and >= 0)
        {
            return (default, Fault.OfFile(FaultReason.NulCharacter, $"{nul}"));
        }

        if (Utf8.IsValid(bytes))
        {
            return (bytes.StartsWith("\uFEFF"u8) ? content[3..] : content, null);
        }

        try
        {
            return FromGb18030(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            return (default, Fault.OfFile(FaultReason.Encoding, Convert.ToHexString(exception.BytesUnknown ?? [])));
        }
    }

    /// <summary>A block at a time: as one text it would take twice the room of the file besides.</summary>
    private static (ReadOnlyMemory<byte> Utf8, Fault? Fault) FromGb18030(ReadOnlySpan<byte> bytes)
    {
        var (decoder, encoder, utf8) = (Gb18030.GetDecoder(), Encoding.UTF8.GetEncoder(), new ArrayBufferWriter<byte>(bytes.Length * 3 / 2));
        var (block, isPrivate, control) = (new char[Gb18030.GetMaxCharCount(BlockSize)], (char?)null, (char?)null);
        while (!bytes.IsEmpty)
        {
            var part = bytes[..Math.Min(bytes.Length, BlockSize)];
            bytes = bytes[part.Length..];
            var text = block.AsSpan(0, decoder.GetChars(part, block, flush: bytes.IsEmpty));

            // A3A0 of GBK is the wide blank; the table of GB 18030 has made a private character of it.
            text.Replace('\uE5E5', '\u3000');
            isPrivate ??= FirstIn(text, '\uE000', '\uF8FF');
            control ??= FirstIn(text, '\u0080', '\u009F');
            encoder.Convert(text, utf8, flush: bytes.IsEmpty, out _, out _);
        }

        // Other legacy encodings (Big5, Shift-JIS) often decode, but into characters that no Chinese text has.
        return (isPrivate ?? control) is { } strange
            ? (default, Fault.OfFile(FaultReason.Encoding, $"U+{(int)strange:X4}"))
            : (utf8.WrittenMemory, null);
    }

    private static char? FirstIn(ReadOnlySpan<char> text, char from, char to) =>
        text.IndexOfAnyInRange(from, to) is >= 0 and var index ? text[index] : null;
}
