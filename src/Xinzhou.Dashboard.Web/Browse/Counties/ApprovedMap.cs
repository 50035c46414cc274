using System.Text;
using System.Text.Json;

namespace Xinzhou.Dashboard.Web.Browse.Counties;

/// <summary>
/// Reads an approved map that the operator supplies: a GeoJSON feature collection with a polygon for every county-level
/// unit. A feature is of a unit by its property <c>adcode</c>, <c>code</c> or <c>gb</c>, or by its <c>id</c>
/// (140902; 156140902 with the country before it). Other features are left out.
/// </summary>
public static class ApprovedMap
{
    private const decimal Width = 620;
    private static readonly string[] CodeNames = ["adcode", "code", "gb"];

    /// <summary>Reads and projects the map (equirectangular, true to scale in the middle latitude).</summary>
    /// <param name="path">Of the file.</param>
    /// <param name="approvalNumber">审图号, shown under the map.</param>
    /// <param name="units">Codes of the units that must be on it.</param>
    /// <param name="fault">What is wrong with the file, as the end of a sentence; null when nothing is.</param>
    /// <returns>The shapes; null when something is wrong.</returns>
    public static CountyShapes? Read(string path, string approvalNumber, IReadOnlyCollection<string> units, out string? fault)
    {
        ArgumentNullException.ThrowIfNull(units);
        try
        {
            using var file = File.OpenRead(path);
            using var json = JsonDocument.Parse(file);
            var rings = Outlines(json.RootElement, units);
            string[] missing = [.. units.Where(u => !rings.ContainsKey(u)).Order(StringComparer.Ordinal)];
            fault = missing.Length == 0 ? null : $"has no polygon of the units {string.Join(", ", missing)}";
            return missing.Length == 0 ? Project(rings, approvalNumber) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            fault = $"cannot be read: {exception.Message}";
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or KeyNotFoundException or OverflowException)
        {
            fault = $"is not a GeoJSON feature collection of polygons: {exception.Message}";
        }

        return null;
    }

    /// <summary>The rings of every unit, outer ones and holes, in degrees.</summary>
    private static Dictionary<string, List<Point[]>> Outlines(JsonElement collection, IReadOnlyCollection<string> units)
    {
        var outlines = new Dictionary<string, List<Point[]>>();
        foreach (var feature in collection.GetProperty("features").EnumerateArray())
        {
            if (CodeOf(feature) is not { } code || !units.Contains(code))
            {
                continue;
            }

            var geometry = feature.GetProperty("geometry");
            var coordinates = geometry.GetProperty("coordinates");
            var rings = geometry.GetProperty("type").GetString() switch
            {
                "Polygon" => coordinates.EnumerateArray(),
                "MultiPolygon" => coordinates.EnumerateArray().SelectMany(p => p.EnumerateArray()),
                var other => throw new FormatException($"the unit {code} is a {other}"),
            };
            outlines.TryAdd(code, []);
            outlines[code].AddRange(rings.Select(r => r.EnumerateArray().Select(Degrees).ToArray()).Where(r => r.Length > 3));
        }

        return outlines.Where(o => o.Value.Count > 0).ToDictionary();
    }

    private static string? CodeOf(JsonElement feature)
    {
        var named = feature.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
            ? CodeNames.Select(n => properties.TryGetProperty(n, out var value) ? value : default)
            : [];
        foreach (var candidate in named.Append(feature.TryGetProperty("id", out var id) ? id : default))
        {
            if (candidate.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                var code = candidate.ToString();
                return code.Length == 9 && code.StartsWith("156", StringComparison.Ordinal) ? code[3..] : code;
            }
        }

        return null;
    }

    private static Point Degrees(JsonElement position) => position[0].GetDecimal() is var longitude and >= -180 and <= 180
        && position[1].GetDecimal() is var latitude and >= -90 and <= 90
            ? new(longitude, latitude)
            : throw new FormatException($"{position} is no longitude and latitude in degrees");

    private static CountyShapes Project(Dictionary<string, List<Point[]>> outlines, string approvalNumber)
    {
        var all = outlines.Values.SelectMany(rings => rings).SelectMany(ring => ring).ToArray();
        var (west, east) = (all.Min(p => p.X), all.Max(p => p.X));
        var (south, north) = (all.Min(p => p.Y), all.Max(p => p.Y));
        var narrowing = (decimal)Math.Cos((double)((south + north) / 2) * Math.PI / 180);
        var scale = Width / Math.Max((east - west) * narrowing, 0.000001m);
        Point Place(Point p) => new((p.X - west) * narrowing * scale, (north - p.Y) * scale);

        return new(
            Width,
            (north - south) * scale,
            outlines.ToDictionary(o => o.Key, o => Shape([.. o.Value.Select(ring => ring.Select(Place).ToArray())])),
            approvalNumber);
    }

    private static CountyShape Shape(IReadOnlyList<Point[]> rings)
    {
        var path = new StringBuilder();
        foreach (var ring in rings)
        {
            var (command, last) = ('M', default(Point?));
            foreach (var point in ring[..^1].Select(p => new Point(Math.Round(p.X, 1), Math.Round(p.Y, 1))))
            {
                if (point != last)
                {
                    path.Append(CultureInfo.InvariantCulture, $"{command}{point.X} {point.Y}");
                    (command, last) = ('L', point);
                }
            }

            path.Append('Z');
        }

        var middle = Middle(rings.MaxBy(r => Math.Abs(DoubleArea(r)))!);
        return new(path.ToString(), Math.Round(middle.X, 1), Math.Round(middle.Y, 1));
    }

    /// <summary>The centroid of a ring; of one without area, its first point.</summary>
    private static Point Middle(Point[] ring)
    {
        var area = DoubleArea(ring);
        if (area == 0)
        {
            return ring[0];
        }

        var sum = Edges(ring).Aggregate(new Point(0, 0), (s, e) => new(s.X + (e.A.X + e.B.X) * Cross(e), s.Y + (e.A.Y + e.B.Y) * Cross(e)));
        return new(sum.X / (3 * area), sum.Y / (3 * area));
    }

    private static decimal DoubleArea(Point[] ring) => Edges(ring).Sum(Cross);

    private static IEnumerable<(Point A, Point B)> Edges(Point[] ring) => ring.Zip(ring.Skip(1).Append(ring[0]));

    private static decimal Cross((Point A, Point B) edge) => edge.A.X * edge.B.Y - edge.B.X * edge.A.Y;

    private readonly record struct Point(decimal X, decimal Y);
}
