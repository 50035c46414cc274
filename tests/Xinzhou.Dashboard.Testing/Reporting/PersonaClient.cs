using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;

namespace Xinzhou.Dashboard.Testing.Reporting;

/// <summary>A browser without a screen: signed in as a persona, with its cookies and the token of a page.</summary>
public sealed partial class PersonaClient : IDisposable
{
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false };

    private PersonaClient(Uri site) => Http = new(_handler) { BaseAddress = site };

    public HttpClient Http { get; }

    /// <summary>What a browser has to hold to be signed in.</summary>
    public IEnumerable<Cookie> Cookies => _handler.CookieContainer.GetAllCookies();

    /// <summary>Sign in to a running application of the Development environment.</summary>
    public static async Task<PersonaClient> SignInAsync(string site, string name)
    {
        var client = new PersonaClient(new(site));
        var token = await client.TokenAsync("/account/sign-in");
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["name"] = name,
            ["__RequestVerificationToken"] = token,
        });
        using var answer = await client.Http.PostAsync("/account/persona", form);
        if ((int)answer.StatusCode != 302) throw new InvalidOperationException($"{name} cannot sign in: {answer.StatusCode}");
        return client;
    }

    /// <summary>The token that a page carries.</summary>
    public async Task<string> TokenAsync(string page) => Token().Match(await Http.GetStringAsync(page)).Groups[1].Value;

    /// <summary>Posts JSON with a token, as the script of a page does; without one if it is null.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, object body, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        return await Http.SendAsync(request);
    }

    /// <summary>Posts a file with a token, as the script of a page does; without one if it is null.</summary>
    public async Task<HttpResponseMessage> UploadAsync(string path, byte[] content, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(content) };
        request.Content.Headers.ContentType = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        if (token is not null) request.Headers.Add("RequestVerificationToken", token);
        return await Http.SendAsync(request);
    }

    public void Dispose()
    {
        Http.Dispose();
        _handler.Dispose();
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" (?:type=\"hidden\" )?value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
