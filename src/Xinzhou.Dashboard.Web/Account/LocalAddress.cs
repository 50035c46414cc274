using Microsoft.AspNetCore.Http.HttpResults;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>Where to go after sign-in: only within this site.</summary>
internal static class LocalAddress
{
    /// <summary>The address if it lies within this site, else another.</summary>
    public static string Or(string? address, string otherwise) =>
        !string.IsNullOrEmpty(address) && address[0] == '/' && RedirectHttpResult.IsLocalUrl(address) ? address : otherwise;
}
