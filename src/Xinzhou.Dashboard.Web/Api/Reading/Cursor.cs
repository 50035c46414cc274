using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>
/// Where a list goes on: what was asked, the moment it was asked of and the last row given. It holds no state of the server,
/// so that any instance can go on with it after any time.
/// </summary>
/// <param name="List">The path of the list.</param>
/// <param name="AsOf">The as-of of the first page.</param>
/// <param name="RecordedBy">Rows recorded later than this take no part.</param>
/// <param name="Position">The place of the last row given.</param>
/// <param name="Query">The filters of the first page, as a query string.</param>
public sealed record Cursor(string List, DateTimeOffset AsOf, DateTimeOffset RecordedBy, string Position, string Query)
{
    private const string Version = "1";

    /// <summary>The cursor as one word for an address.</summary>
    public string Write() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(string.Join(
        '\n', Version, List, Ticks(AsOf), Ticks(RecordedBy), Position, Query)));

    public static bool TryRead(string text, [NotNullWhen(true)] out Cursor? cursor)
    {
        cursor = null;
        byte[] bytes;
        try
        {
            bytes = Base64Url.DecodeFromChars(text);
        }
        catch (FormatException)
        {
            return false;
        }

        var parts = Encoding.UTF8.GetString(bytes).Split('\n');
        if (parts.Length != 6 || parts[0] != Version || !TryTicks(parts[2], out var asOf) || !TryTicks(parts[3], out var recordedBy))
        {
            return false;
        }

        cursor = new(parts[1], asOf, recordedBy, parts[4], parts[5]);
        return true;
    }

    private static string Ticks(DateTimeOffset instant) => instant.UtcTicks.ToString(CultureInfo.InvariantCulture);

    private static bool TryTicks(string text, out DateTimeOffset instant)
    {
        instant = default;
        if (!long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) || ticks > DateTime.MaxValue.Ticks)
        {
            return false;
        }

        instant = new(ticks, TimeSpan.Zero);
        return true;
    }
}
