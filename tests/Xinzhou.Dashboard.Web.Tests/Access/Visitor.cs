using System.Net;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Organisation;

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
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
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

    [GeneratedRegex("__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();

    [GeneratedRegex("class=\"who\"[^>]*>.*?<span[^>]*>([^<]+)</span>")]
    private static partial Regex Who();
}
