using System.Text;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>A request that nobody sends who means well.</summary>
/// <param name="Role">Whose session it comes with; null for nobody's.</param>
/// <param name="Method">How it is asked.</param>
/// <param name="Address">Path and query as they go over the wire.</param>
internal sealed record HostileRequest(Role? Role, HttpMethod Method, string Address)
{
    /// <summary>The body; null for none.</summary>
    public string? Body { get; init; }

    /// <summary>What the body is said to be.</summary>
    public string ContentType { get; init; } = "application/x-www-form-urlencoded";

    /// <summary>The token of the page, where it goes in a header; null for none.</summary>
    public string? Token { get; init; }

    /// <summary>Accepts pages, as a browser does; else whatever there is.</summary>
    public bool IsBrowser { get; init; } = true;

    /// <summary>The request to a site.</summary>
    public HttpRequestMessage To(Uri site)
    {
        // As it is written, whatever a browser would make of it.
        var request = new HttpRequestMessage(Method, new Uri(site.GetLeftPart(UriPartial.Authority) + Address, new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true }));
        if (IsBrowser) request.Headers.Accept.ParseAdd("text/html");
        if (Token is not null) request.Headers.Add("RequestVerificationToken", Token);
        if (Body is null) return request;
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Body));
        request.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        // What is too long is refused before it is sent.
        request.Headers.ExpectContinue = Body.Length > 1024 * 1024;
        return request;
    }

    public override string ToString() => $"{Role?.ToString() ?? "nobody"} {Method} {Cut(Address)} {(Body is null ? "" : $"{ContentType}: {Cut(Body)}")}";

    private static string Cut(string text) => text.Length <= 300 ? text : $"{text[..300]}… ({text.Length})";
}
