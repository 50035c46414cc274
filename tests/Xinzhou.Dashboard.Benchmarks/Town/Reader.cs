using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Benchmarks.Town;

/// <summary>What a browser sends along.</summary>
internal static class Reader
{
    public static readonly (string Name, string Value) TakesBrotli = ("Accept-Encoding", "gzip, deflate, br");

    /// <summary>The cookies of somebody who has signed in.</summary>
    /// <param name="site">The application.</param>
    /// <param name="persona">Who.</param>
    public static async Task<(string Name, string Value)> CookieAsync(string site, string persona)
    {
        using var client = await PersonaClient.SignInAsync(site, persona);
        // The first page gives the cookie that forms need, as it would to him.
        await client.Http.GetStringAsync("/");
        return ("Cookie", string.Join("; ", client.Cookies.Select(c => $"{c.Name}={c.Value}")));
    }

    /// <summary>The cookie of somebody who has been here before, and has not signed in.</summary>
    public static async Task<(string Name, string Value)> CookieAsync(string site)
    {
        using var handler = new HttpClientHandler();
        using var client = new HttpClient(handler) { BaseAddress = new(site) };
        await client.GetStringAsync("/account/sign-in");
        return ("Cookie", string.Join("; ", handler.CookieContainer.GetAllCookies().Select(c => $"{c.Name}={c.Value}")));
    }
}
