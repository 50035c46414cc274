using System.Collections.Frozen;
using System.Text;

namespace Xinzhou.Dashboard.Domain;

/// <summary>
/// The written codes of an enumeration: its names in snake_case (<c>YoySingle</c> is <c>yoy_single</c>),
/// as the API, the import format and the database write them.
/// </summary>
public static class Code
{
    /// <summary>The code of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Codes<T>.ByValue[value];

    /// <summary>The value of a code; false when no value has it. Case matters.</summary>
    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        value = default;
        return code is not null && Codes<T>.ByCode.TryGetValue(code, out value);
    }

    /// <summary>The value of a code that is known to be one.</summary>
    /// <exception cref="FormatException">No value has the code.</exception>
    public static T Parse<T>(string code) where T : struct, Enum =>
        TryParse<T>(code, out var value) ? value : throw new FormatException($"'{code}' is no code of {typeof(T).Name}.");

    /// <summary>All codes, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Codes<T>.InOrder;

    private static class Codes<T> where T : struct, Enum
    {
        public static readonly string[] InOrder = [.. Enum.GetValues<T>().Select(v => SnakeCase(v.ToString()))];

        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(v => v, v => SnakeCase(v.ToString()));

        public static readonly FrozenDictionary<string, T> ByCode =
            ByValue.ToFrozenDictionary(p => p.Value, p => p.Key);
    }

    private static string SnakeCase(string name)
    {
        var code = new StringBuilder(name.Length + 4);
        foreach (var c in name)
        {
            if (char.IsUpper(c) && code.Length > 0)
            {
                code.Append('_');
            }

            code.Append(char.ToLowerInvariant(c));
        }

        return code.ToString();
    }
}
