using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Chooses between JSON and CSV by the header Accept; the parameter <c>format</c> goes before it.</summary>
public static class Negotiation
{
    /// <summary>The format that the header asks for; JSON where both are equally welcome; null when neither is.</summary>
    public static AnswerFormat? ByAccept(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var header = request.Headers.Accept;
        if (header.Count == 0 || (header.Count == 1 && header[0] is null or "" or "*/*" or "application/json"))
        {
            return AnswerFormat.Json;
        }

        IList<MediaTypeHeaderValue>? accepted;
        try
        {
            accepted = new RequestHeaders(request.Headers).Accept;
        }
        catch (FormatException)
        {
            return AnswerFormat.Json;
        }

        var (json, csv) = (Welcome(accepted, "application", "json"), Welcome(accepted, "text", "csv"));
        return json is (0, _) && csv is (0, _) ? null
            : csv.CompareTo(json) > 0 ? AnswerFormat.Csv
            : AnswerFormat.Json;
    }

    /// <summary>The quality given to a type by the most specific range that covers it, and how specific that range is.</summary>
    private static (double Quality, int Specific) Welcome(IList<MediaTypeHeaderValue> accepted, string type, string subtype)
    {
        (double Quality, int Specific) best = (0, -1);
        foreach (var range in accepted)
        {
            var specific = range.MatchesAllTypes ? 0
                : !range.Type.Equals(type, StringComparison.OrdinalIgnoreCase) ? -1
                : range.MatchesAllSubTypes ? 1
                : range.SubType.Equals(subtype, StringComparison.OrdinalIgnoreCase) ? 2
                : -1;
            if (specific > best.Specific)
            {
                best = (range.Quality ?? 1, specific);
            }
        }

        return best;
    }
}
