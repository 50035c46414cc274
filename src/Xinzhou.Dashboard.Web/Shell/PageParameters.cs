using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.WebUtilities;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// Which parameters of its address a reading page goes by: those it is supplied with, those every link keeps, and the words that are
/// searched for. Others make no other page.
/// </summary>
public static class PageParameters
{
    private static readonly string[] Everywhere = [.. Address.KeptNames, SearchForm.WordsName];

    private static readonly ConcurrentDictionary<Type, HashSet<string>> Names = new();

    /// <summary>The names of the parameters that a page goes by; their case does not count.</summary>
    public static IReadOnlySet<string> Of(Type page) => Names.GetOrAdd(page, static p => new(Everywhere.Concat(Supplied(p)), StringComparer.OrdinalIgnoreCase));

    /// <summary>A query without what a page does not go by, the rest as it was written.</summary>
    public static QueryString Trim(QueryString query, Type page)
    {
        if (!query.HasValue || query.Value!.Length < 2) return QueryString.Empty;
        var names = Of(page);
        string[] parts = query.Value[1..].Split('&');
        var kept = Array.FindAll(parts, part => NameOf(part) is { Length: > 0 } name && names.Contains(name));
        return kept.Length == parts.Length ? query : kept.Length == 0 ? QueryString.Empty : new('?' + string.Join('&', kept));
    }

    private static string NameOf(string part)
    {
        // At the beginning of a part it belongs to the name.
        if (part.StartsWith('?')) return part;
        foreach (var pair in new QueryStringEnumerable(part)) return pair.DecodeName().ToString();
        return "";
    }

    private static IEnumerable<string> Supplied(Type page)
    {
        for (var type = page; type is not null; type = type.BaseType)
        {
            foreach (var property in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                if (property.GetCustomAttribute<SupplyParameterFromQueryAttribute>() is { } supplied) yield return supplied.Name ?? property.Name;
            }
        }
    }
}
