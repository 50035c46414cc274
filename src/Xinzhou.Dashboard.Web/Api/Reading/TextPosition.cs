using System.Diagnostics.CodeAnalysis;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Places that are compared part by part, by the code points of their texts.</summary>
public static class TextPosition
{
    public static int Compare(ReadOnlySpan<string> x, ReadOnlySpan<string> y)
    {
        for (var i = 0; i < x.Length; i++)
        {
            if (string.CompareOrdinal(x[i], y[i]) is not 0 and var order)
            {
                return order;
            }
        }

        return 0;
    }

    /// <summary>The parts, escaped and joined by a comma.</summary>
    public static string Write(IEnumerable<string> parts) => string.Join(',', parts.Select(Uri.EscapeDataString));

    public static bool TryRead(string text, int count, [NotNullWhen(true)] out string[]? parts)
    {
        ArgumentNullException.ThrowIfNull(text);
        parts = [.. text.Split(',').Select(Uri.UnescapeDataString)];
        return parts.Length == count;
    }
}
