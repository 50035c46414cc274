using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Where to go after sign-in: only within this site.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it lies within this site, as a header can say it; else another.</summary>
    public static string Or(string? address, string otherwise) =>
        !string.IsNullOrEmpty(address) && address[0] == '/' && RedirectHttpResult.IsLocalUrl(address) ? Escaped(address) : otherwise;

    // Browsers write addresses so. Who writes one by hand may not, and no header holds it then.
    private static string Escaped(string address) => Ascii.IsValid(address)
        ? address
        : string.Concat(address.EnumerateRunes().Select(rune => rune.IsAscii ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
}
