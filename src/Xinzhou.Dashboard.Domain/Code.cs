using System.Runtime.CompilerServices;
using System.Text;

namespace Xinzhou.Dashboard.Domain;

/// <summary>
/// The written codes of an enumeration: its names in snake_case (<c>YoySingle</c> is <c>yoy_single</c>),
/// as the API, the import format and the database write them. Its values are consecutive numbers.
/// </summary>
public static class Code
{
    /// <summary>The code of a value.</summary>
    public static string Of<T>(T value) where T : struct, Enum => Codes<T>.InOrder[Number(value) - Codes<T>.First];

    /// <summary>The value of a code; false when no value has it. Case matters.</summary>
    public static bool TryParse<T>(string? code, out T value) where T : struct, Enum
    {
        var index = code is null ? -1 : Array.IndexOf(Codes<T>.InOrder, code);
        value = index < 0 ? default : Value<T>(index + Codes<T>.First);
        return index >= 0;
    }

    /// <summary>The value of a code that is known to be one.</summary>
    /// <exception cref="FormatException">No value has the code.</exception>
    public static T Parse<T>(string code) where T : struct, Enum =>
        TryParse<T>(code, out var value) ? value : throw new FormatException($"'{code}' is no code of {typeof(T).Name}.");

    /// <summary>All codes, in the order of declaration.</summary>
    public static IReadOnlyList<string> All<T>() where T : struct, Enum => Codes<T>.InOrder;

    // What millions of figures have is a byte, everything else an int.
    private static int Number<T>(T value) where T : struct, Enum =>
        Unsafe.SizeOf<T>() == 1 ? Unsafe.BitCast<T, byte>(value) : Unsafe.BitCast<T, int>(value);

    private static T Value<T>(int number) where T : struct, Enum =>
        Unsafe.SizeOf<T>() == 1 ? Unsafe.BitCast<byte, T>((byte)number) : Unsafe.BitCast<int, T>(number);

    // By position and not by dictionary: there are few codes to an enumeration, and a dictionary of each would have to be
    // compiled anew for each, at the start of every process.
    private static class Codes<T> where T : struct, Enum
    {
        public static readonly int First = Number(Enum.GetValues<T>()[0]);

        public static readonly string[] InOrder = [.. Enum.GetNames<T>().Select(SnakeCase)];
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
