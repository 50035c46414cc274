using System.Globalization;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Reads the parameter <c>asOf</c>.</summary>
public static partial class AsOfReader
{
    private const string Expected = "YYYY-MM-DD | YYYY-MM-DDThh:mm:ss+08:00";

    /// <summary>The moment asked for; null when it is now.</summary>
    public static DateTimeOffset? Read(QueryReader query, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.One(Parameters.AsOf) is not { } text)
        {
            return null;
        }

        DateTimeOffset moment;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            var today = Shanghai.DayOf(now);
            if (day == today)
            {
                return null;
            }

            // The day after the last representable one would be needed to find its end.
            moment = day < today ? Shanghai.EndOf(day) : DateTimeOffset.MaxValue;
        }
        else if (!TryReadInstant(text, out moment))
        {
            query.Fault(Parameters.AsOf.Name, ProblemCode.InvalidAsOf, text, Expected);
            return null;
        }

        if (moment > now)
        {
            query.Fault(Parameters.AsOf.Name, ProblemCode.FutureAsOf, text, $"≤ {Instants.Written(now)}");
            return null;
        }

        return moment;
    }

    private static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        // A plus sign that is not escaped in an address arrives as a space.
        var written = text.Replace(' ', '+');
        instant = default;
        return Rfc3339().IsMatch(written)
            && DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
    }

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d{1,7})?([Zz]|[+-]\d{2}:\d{2})$", RegexOptions.CultureInvariant)]
    private static partial Regex Rfc3339();
}
