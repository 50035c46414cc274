using System.Text;
using System.Text.Unicode;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Import;

/// <summary>Text in UTF-8, with or without a byte order mark, or else in GB 18030 (of which GBK is a part).</summary>
public static class TextDecoding
{
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
            // A3A0 of GBK is the wide blank; the table of GB 18030 has made a private character of it.
            var text = Gb18030.GetString(bytes).Replace('\uE5E5', '\u3000');

            // Other legacy encodings (Big5, Shift-JIS) often decode, but into characters that no Chinese text has.
            var strange = text.AsSpan().IndexOfAnyInRange('\uE000', '\uF8FF');
            strange = strange >= 0 ? strange : text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F');
            return strange < 0
                ? (Encoding.UTF8.GetBytes(text), null)
                : (default, Fault.OfFile(FaultReason.Encoding, $"U+{(int)text[strange]:X4}"));
        }
        catch (DecoderFallbackException exception)
        {
            return (default, Fault.OfFile(FaultReason.Encoding, Convert.ToHexString(exception.BytesUnknown ?? [])));
        }
    }
}
