using System.Text.Json;
using System.Text.Json.Serialization;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>How the details of an event are written: enumerations by their codes, so that the log can be read in ten years too.</summary>
internal static class AuditJson
{
    // Read back, the numbers of events of before are understood as well.
    private static readonly JsonSerializerOptions Options =
        new(JsonSerializerOptions.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new QuarterJson() } };

    /// <summary>Details as text.</summary>
    public static string Write(object details) => JsonSerializer.Serialize(details, Options);

    /// <summary>Part of the details; null where there is none, or where this version does not understand it.</summary>
    /// <param name="details">The details of an event.</param>
    /// <param name="name">The name of the part.</param>
    public static T? Read<T>(JsonElement details, string name)
        where T : class
    {
        try
        {
            return details.TryGetProperty(name, out var part) ? part.Deserialize<T>(Options) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
