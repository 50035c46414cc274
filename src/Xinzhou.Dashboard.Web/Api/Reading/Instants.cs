using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>Instants and days as the API writes them: RFC 3339 in Asia/Shanghai, fractions of a second only where there are any.</summary>
public static class Instants
{
    public static DateTimeOffset InShanghai(DateTimeOffset instant) => instant.ToOffset(Shanghai.Offset);

    /// <summary>2023-08-18T00:00:00+08:00, as JSON writes it too.</summary>
    public static string Written(DateTimeOffset instant) =>
        InShanghai(instant).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);

    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
