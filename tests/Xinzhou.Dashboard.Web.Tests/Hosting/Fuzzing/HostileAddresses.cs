using System.Reflection;
using System.Text.Json;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>Every page and every address that is read, with each of its parameters and each part of its path made hostile.</summary>
internal static class HostileAddresses
{
    // What every page takes, and what lists take that read their filter from the query themselves.
    private static readonly string[] Everywhere = ["asOf", "clock", "lang", "page", "unit", "stage", "lead", "q", "unknown"];

    /// <summary>The requests, by nobody and by every role that may, in turn.</summary>
    /// <param name="host">The application.</param>
    /// <param name="description">The description of the API (OpenAPI), which says what its operations take.</param>
    public static async Task<IReadOnlyList<HostileRequest>> OfAsync(FuzzHost host, JsonElement description)
    {
        var endpoints = host.EndPoints.ToLookup(e => $"/{e.RoutePattern.RawText?.TrimStart('/')}");
        var requests = new List<HostileRequest>();
        foreach (var entry in Entry.All.Where(e => e.Method is "PAGE" or "GET" or "ANY"))
        {
            var names = endpoints[entry.Pattern].SelectMany(e => ParametersOf(e)).Concat(ParametersOf(description, entry.Pattern)).Concat(Everywhere).Distinct(StringComparer.OrdinalIgnoreCase).ToArray();
            Role?[] roles = [.. RolesOf(entry)];
            string[] examples = [.. new[] { entry.Example, await host.RealAsync(entry.Example) }.Distinct()];
            foreach (var address in examples.SelectMany(example => Of(entry.Pattern, example, names)))
            {
                requests.Add(new(roles[requests.Count % roles.Length], HttpMethod.Get, address) { IsBrowser = !entry.Pattern.StartsWith("/api", StringComparison.Ordinal) });
            }
        }

        return requests;
    }

    /// <summary>Nobody, and who may.</summary>
    public static IEnumerable<Role?> RolesOf(Entry entry) =>
        new Role?[] { null }.Concat(Enum.GetValues<Role>().Select(r => (Role?)r).Where(r => entry.For(r, publicRead: true) == Answer.Allowed));

    private static IEnumerable<string> Of(string pattern, string example, string[] names)
    {
        var path = example.Split('?')[0];
        foreach (var value in Hostile.Values)
        {
            foreach (var name in names)
            {
                yield return $"{path}?{name}={value}";
                // Twice, the second as it should not be.
                yield return $"{path}?{name}=2026-Q1&{name}={value}";
            }

            yield return $"{path}?{value}";
            yield return $"{path}?{value}={value}";
            var (expected, parts) = (pattern.Split('/'), path.Split('/'));
            for (var i = 0; i < Math.Min(expected.Length, parts.Length); i++)
            {
                if (expected[i].Contains('{', StringComparison.Ordinal)) yield return string.Join('/', parts.Select((part, at) => at == i ? value : part));
            }
        }
    }

    /// <summary>What a page or an end point takes from the query.</summary>
    private static IEnumerable<string> ParametersOf(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ComponentTypeMetadata>()?.Type is { } page
            ? page.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
                .Select(p => (p.Name, Query: p.GetCustomAttribute<SupplyParameterFromQueryAttribute>()))
                .Where(p => p.Query is not null).Select(p => p.Query!.Name ?? p.Name)
            : (endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters() ?? [])
                .Where(p => p.ParameterType == typeof(string) || p.ParameterType == typeof(string[])).Select(p => p.Name!);

    private static IEnumerable<string> ParametersOf(JsonElement description, string pattern) =>
        description.GetProperty("paths").TryGetProperty(pattern, out var path) && path.TryGetProperty("get", out var operation)
            ? operation.GetProperty("parameters").EnumerateArray().Where(p => p.GetProperty("in").GetString() == "query").Select(p => p.GetProperty("name").GetString()!)
            : [];
}
