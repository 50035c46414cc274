namespace Xinzhou.Dashboard.Web.Administration.Cataloguing;

/// <summary>
/// The address of a list of the catalogue: what is searched for, and the entry beside the list. Codes stand behind the
/// question mark, since an import may have made any text one.
/// </summary>
internal static class CatalogueAddress
{
    private const string TextName = "q";
    private const string EntryName = "entry";

    /// <summary>What is searched for; null for everything.</summary>
    public static string? TextOf(Address address) => address.Get(TextName) is { Length: > 0 } text ? text : null;

    /// <summary>The code of the entry beside the list; null for none.</summary>
    public static string? EntryOf(Address address) => address.Get(EntryName) is { Length: > 0 } code ? code : null;

    /// <summary>The address.</summary>
    public static string Write(Address address, string path, string? text, string? entry, params (string Name, string? Value)[] more)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.To(path, [(TextName, text), .. more, (EntryName, entry)]);
    }

    /// <summary>Whether one of the texts contains what is searched for, in any case of letters.</summary>
    public static bool Holds(string? text, IEnumerable<string?> texts) =>
        text is null || texts.Any(t => t?.Contains(text.Trim(), StringComparison.OrdinalIgnoreCase) == true);
}
