using System.Net;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Access;

/// <summary>Somebody with a browser that keeps cookies, follows no redirect and fills in forms as the page has them.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient _client;

    public Visitor(Uri address)
    {
        Cookies = new();
        _client = new(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    public void Dispose() => _client.Dispose();

    public Task<HttpResponseMessage> GetAsync(string path) => _client.GetAsync(path);

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _client.SendAsync(request);

    /// <summary>The text of a page that must be there.</summary>
    public async Task<string> ReadAsync(string path)
    {
        using var answer = await GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{path} answers {answer.StatusCode}: {text[..Math.Min(text.Length, 1000)]}");
        return text;
    }

    /// <summary>Opens a page and sends one of its forms (by its handler; null: a form with its own address).</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string page, string? handler, string action, params (string Name, string Value)[] fields)
    {
        var text = await ReadAsync(page);
        var form = new List<KeyValuePair<string, string>> { new("__RequestVerificationToken", TokenOf(text)) };
        if (handler is not null)
        {
            form.Add(new("_handler", handler));
        }

        form.AddRange(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await _client.PostAsync(action, new FormUrlEncodedContent(form));
    }

    /// <summary>A page, as it is read, has each of these texts.</summary>
    public async Task HasAsync(string path, params string[] texts)
    {
        var page = WebUtility.HtmlDecode(await ReadAsync(path));
        Assert.All(texts, t => Assert.Contains(t, page, StringComparison.Ordinal));
    }

    /// <summary>Sets up codes of a phone and gives their secret. The code of now is left for what is signed.</summary>
    public async Task<string> EnableCodesAsync()
    {
        using var begun = await SubmitAsync("/account", "second-factor-begin", "/account");
        var key = KeyByHand().Match(await begun.Content.ReadAsStringAsync()).Groups[1].Value.Replace(" ", "", StringComparison.Ordinal);
        // The code of half a minute ago holds too.
        using var confirmed = await SubmitAsync("/account", "second-factor-confirm", "/account", ("Confirmation.Code", Totp.At(key, DateTimeOffset.UtcNow.AddSeconds(-30))));
        Assert.Equal(HttpStatusCode.OK, confirmed.StatusCode);
        return key;
    }

    /// <summary>Signs on a page with a code.</summary>
    /// <param name="path">The page.</param>
    /// <param name="digest">The digest of what is signed.</param>
    /// <param name="code">The code.</param>
    /// <param name="said">What is said of it; null where it is signed as it stands.</param>
    /// <returns>The page that answers; empty where it was signed.</returns>
    public async Task<string> SignAsync(string path, string digest, string code, string? said = null)
    {
        (string, string)[] fields = [("ByCode.Digest", digest), ("ByCode.Code", code), .. said is null ? Array.Empty<(string, string)>() : [("ByCode.Said", said)]];
        using var answer = await SubmitAsync("/account", "sign-code", path, fields);
        return answer.StatusCode == HttpStatusCode.Redirect ? "" : WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The digest that the form of a page signs.</summary>
    public static string DigestOf(string page) => Digest().Match(page).Groups[1].Value;

    public Task<HttpResponseMessage> SignInAsync(string name, string password, string page = "/account/sign-in") =>
        SubmitAsync(page, "sign-in", page, ("Form.UserName", name), ("Form.Password", password));

    public async Task SignInAsPersonaAsync(Role role)
    {
        using var answer = await SubmitAsync("/account/sign-in", null, "/account/persona", ("name", Code.Of(role)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    /// <summary>The user name in the header of the overview; null when nobody is signed in.</summary>
    public async Task<string?> WhoAsync()
    {
        var name = Who().Match(await ReadAsync("/"));
        return name.Success ? name.Groups[1].Value : null;
    }

    public static string TokenOf(string page) => Token().Match(page) is { Success: true } match
        ? match.Groups[1].Value
        : throw new InvalidOperationException("The page has no form with a token.");

    [GeneratedRegex("name=\"ByCode.Digest\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex Digest();

    [GeneratedRegex("id=\"second-factor-key\"[^>]*>([A-Z2-7 ]+)<")]
    private static partial Regex KeyByHand();

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"who\"[^>]*>.*?<span[^>]*>([^<]+)</span>")]
    private static partial Regex Who();
}
