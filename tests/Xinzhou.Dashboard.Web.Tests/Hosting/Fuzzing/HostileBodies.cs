using System.Reflection;
using System.Text.Json;
using Xinzhou.Dashboard.Domain.Organisation;
using MatrixEntry = Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix.Entry;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>Everything that is sent as a body of its own: what the script of the grid sends, workbooks, and what the API computes from.</summary>
internal static class HostileBodies
{
    private const string Json = "application/json";

    private static readonly string TooLong = $"{{\"text\":\"{new string('x', 9_000_000)}\"}}";

    private static readonly Dictionary<string, string> Samples = new(StringComparer.OrdinalIgnoreCase)
    {
        ["cells"] = """[{"cell":"1-value","seen":0,"text":"1.5","blank":null,"reason":"因","explanation":"说明","source":"来源"}]""",
        ["cell"] = "\"1-value\"",
        ["text"] = "\"1\\t2\"",
        ["rows"] = "[1,2]",
        ["columns"] = """{"value":0}""",
        ["values"] = """{"2020":90,"2021":95,"2022":99,"2023":103}""",
        ["frequency"] = "\"quarter\"",
        ["horizon"] = "2",
        ["levels"] = "[80]",
        ["direction"] = "\"up\"",
        ["kind"] = "\"level\"",
        ["assigned"] = "\"2026-09-30\"",
        ["grade"] = "\"major\"",
        ["mode"] = "\"working\"",
        ["pauses"] = """[{"from":"2026-10-01","to":"2026-10-03"}]""",
    };

    private static readonly string[] Connection = ["negotiate?negotiateVersion=", "?id=", "initializers?x=", "disconnect?x=", "opaque-redirect?url="];

    /// <summary>The requests.</summary>
    /// <param name="host">The application.</param>
    /// <param name="description">The description of the API (OpenAPI), which says what its operations take.</param>
    public static async Task<IReadOnlyList<HostileRequest>> OfAsync(FuzzHost host, JsonElement description)
    {
        var requests = new List<HostileRequest>();
        foreach (var entry in MatrixEntry.All.Where(e => e.Method == "POST" && !e.Pattern.StartsWith("/account", StringComparison.Ordinal)))
        {
            var address = await host.RealAsync(entry.Example);
            var isApi = entry.Pattern.StartsWith("/api", StringComparison.Ordinal);
            var bodies = Bodies(isApi ? FieldsOf(description, entry.Pattern) : FieldsOf(host, entry.Pattern)).ToArray();
            foreach (var role in HostileAddresses.RolesOf(entry).Where(r => isApi ? r is null or Role.Leader : r is null or Role.Reporter or Role.Reviewer))
            {
                var token = isApi || role is not { } known ? null : await TokenOfAsync(host, known, address);
                requests.AddRange(bodies.Select(b => new HostileRequest(role, HttpMethod.Post, address) { Body = b.Body, ContentType = b.Type, Token = token, IsBrowser = false }));
                requests.AddRange(Hostile.Values.Select(v => new HostileRequest(role, HttpMethod.Post, $"{address}?name={v}&lang={v}&{v}") { Body = "{}", ContentType = Json, Token = token, IsBrowser = false }));
            }
        }

        // The connection of a page, as nobody opens it.
        requests.AddRange(Connection.SelectMany(p => Hostile.Values.SelectMany(v => new[]
        {
            new HostileRequest(null, HttpMethod.Post, $"/_blazor/{p}{v}") { Body = v, ContentType = "text/plain" },
            new HostileRequest(null, HttpMethod.Get, $"/_blazor/{p}{v}"),
        })));
        return requests;
    }

    private static IEnumerable<(string Body, string Type)> Bodies(IReadOnlyList<string> fields)
    {
        foreach (var body in Hostile.Bodies) yield return (body, Json);
        yield return (TooLong, Json);
        var sound = fields.Select(f => (Name: f, Value: Samples.GetValueOrDefault(f, "1"))).ToArray();
        foreach (var type in Hostile.ContentTypes) yield return (Written(sound), type);
        foreach (var value in Hostile.Tokens)
        {
            foreach (var field in fields) yield return (Written(sound.Select(f => f.Name == field ? (f.Name, value) : f)), Json);
            // Within what a list holds.
            foreach (var inner in fields.Contains("cells", StringComparer.OrdinalIgnoreCase) ? ["cell", "seen", "text", "blank", "reason", "explanation", "source"] : Array.Empty<string>())
            {
                yield return ($"{{\"cells\":[{{\"cell\":\"1-value\",\"seen\":0,\"text\":\"1\",\"{inner}\":{value}}}],\"stamp\":-1}}", Json);
            }
        }
    }

    private static string Written(IEnumerable<(string Name, string Value)> fields) => $"{{{string.Join(',', fields.Select(f => $"\"{f.Name}\":{f.Value}"))}}}";

    /// <summary>The fields of a body that an end point reads as JSON; none where it reads something else.</summary>
    private static IReadOnlyList<string> FieldsOf(FuzzHost host, string pattern) =>
    [
        .. host.EndPoints.Where(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}" == pattern)
            .SelectMany(e => e.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
            .Where(p => p.ParameterType is { IsGenericType: true, Name: "JsonBody`1" })
            .SelectMany(p => p.ParameterType.GetGenericArguments()[0].GetProperties())
            .Select(p => JsonNamingPolicy.CamelCase.ConvertName(p.Name)),
    ];

    private static IReadOnlyList<string> FieldsOf(JsonElement description, string pattern) =>
    [
        .. description.GetProperty("paths").GetProperty(pattern).GetProperty("post").GetProperty("requestBody").GetProperty("content")
            .GetProperty(Json).GetProperty("schema").GetProperty("properties").EnumerateObject().Select(p => p.Name),
    ];

    /// <summary>The token of the page at an address, for who is signed in; null if he has none there.</summary>
    public static async Task<string?> TokenOfAsync(FuzzHost host, Role role, string address)
    {
        using var answer = await host.As(role).GetAsync(string.Join('/', address.Split('/')[..3]) + "/token");
        if (!answer.IsSuccessStatusCode) return null;
        using var body = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return body.RootElement.GetProperty("token").GetString();
    }
}
