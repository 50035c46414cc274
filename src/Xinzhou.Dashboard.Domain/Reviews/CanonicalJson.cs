using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// JSON in the one way in which it can be written (RFC 8785): names of an object in the order of their UTF-16 units, no white space, in
/// strings only what must be escaped is. Of numbers there are whole ones alone, up to 2^53 − 1 in size: whatever has decimals is a string.
/// </summary>
public static class CanonicalJson
{
    private const long GreatestNumber = (1L << 53) - 1;

    // Whoever has changed a file may have nested anything; a pack is not deep.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 32 };

    /// <summary>A value as it is written, in UTF-8.</summary>
    /// <param name="value">Made of objects, arrays, strings, whole numbers, truth values and nulls.</param>
    /// <exception cref="FormatException">A number is not whole, or too large.</exception>
    public static byte[] Write(JsonNode value)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var document = JsonDocument.Parse(value.ToJsonString(), Strict);
        return Write(document.RootElement);
    }

    /// <summary>A value that was read, as it is written, in UTF-8.</summary>
    /// <exception cref="FormatException">A number is not whole, or too large; or a text is no text.</exception>
    public static byte[] Write(JsonElement value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>Reads what is written canonically; null where it is anything else, be it JSON or not.</summary>
    /// <param name="content">In UTF-8.</param>
    public static JsonDocument? Read(ReadOnlyMemory<byte> content)
    {
        JsonDocument? document = null;
        try
        {
            document = JsonDocument.Parse(content, Strict);
            if (Write(document.RootElement).AsSpan().SequenceEqual(content.Span)) return document;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException)
        {
            // Not what it is taken for.
        }

        document?.Dispose();
        return null;
    }

    private static void Append(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{');
                var first = true;
                foreach (var property in value.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    if (!first) text.Append(',');
                    first = false;
                    Append(text, property.Name);
                    text.Append(':');
                    Append(text, property.Value);
                }

                text.Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[');
                var isFirst = true;
                foreach (var item in value.EnumerateArray())
                {
                    if (!isFirst) text.Append(',');
                    isFirst = false;
                    Append(text, item);
                }

                text.Append(']');
                break;
            case JsonValueKind.String:
                Append(text, value.GetString()!);
                break;
            case JsonValueKind.Number:
                if (!value.TryGetInt64(out var number) || number is > GreatestNumber or < -GreatestNumber)
                {
                    throw new FormatException($"{value.GetRawText()} is no whole number that can be written.");
                }

                text.Append(number.ToString(CultureInfo.InvariantCulture));
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static void Append(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            switch (c)
            {
                case '"': text.Append("\\\""); break;
                case '\\': text.Append("\\\\"); break;
                case '\b': text.Append("\\b"); break;
                case '\f': text.Append("\\f"); break;
                case '\n': text.Append("\\n"); break;
                case '\r': text.Append("\\r"); break;
                case '\t': text.Append("\\t"); break;
                case < ' ': text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"); break;
                default: text.Append(c); break;
            }
        }

        text.Append('"');
    }
}
