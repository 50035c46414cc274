using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Xinzhou.Dashboard.Domain.Organisation;
using MatrixEntry = Xinzhou.Dashboard.Web.Tests.Access.RightsMatrix.Entry;

namespace Xinzhou.Dashboard.Web.Tests.Hosting.Fuzzing;

/// <summary>Every form of every page, as the page gives it to somebody, with each of its fields made hostile.</summary>
internal static class HostileForms
{
    // What ends a session or begins another: the others would go on as somebody else.
    private static readonly string[] Leaving = ["/account/sign-out", "/account/persona"];

    private static readonly string LongValue = $"f={new string('x', 5_000_000)}";
    private static readonly string LongForm = $"f={new string('x', 9_000_000)}";

    /// <summary>The requests: each form by whoever has it.</summary>
    public static async Task<IReadOnlyList<HostileRequest>> OfAsync(FuzzHost host)
    {
        var (requests, seen) = (new List<HostileRequest>(), new HashSet<string>());
        foreach (var entry in MatrixEntry.All.Where(e => e.Method == "PAGE"))
        {
            foreach (var role in HostileAddresses.RolesOf(entry).OfType<Role>())
            {
                var address = await host.RealAsync(entry.Example);
                using var answer = await host.As(role).GetAsync(address);
                if (answer.StatusCode != HttpStatusCode.OK) continue;
                var page = await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStringAsync());
                foreach (var form in page.QuerySelectorAll("form[method=post]").OfType<IHtmlFormElement>())
                {
                    var action = form.GetAttribute("action") is { Length: > 0 } given ? given : address;
                    var fields = FieldsOf(form);
                    // The same form stands on many pages.
                    if (Leaving.Any(l => action.StartsWith(l, StringComparison.Ordinal)) || !seen.Add($"{role} {action} {string.Join(' ', fields.Select(f => f.Name))}")) continue;
                    requests.AddRange(Bodies(fields).Select(b => new HostileRequest(role, HttpMethod.Post, action) { Body = b.Body, ContentType = b.Type }));
                }
            }
        }

        return requests;
    }

    private static List<(string Name, string Value)> FieldsOf(IHtmlFormElement form) =>
    [
        .. form.QuerySelectorAll("input[name], select[name], textarea[name], button[name]").Select(f => (Uri.EscapeDataString(f.GetAttribute("name")!), Uri.EscapeDataString(f switch
        {
            IHtmlSelectElement select => select.Options is { Length: > 0 and var count } options ? options[count - 1].Value : "",
            IHtmlTextAreaElement area => area.TextContent,
            _ => f.GetAttribute("value") ?? "",
        }))),
    ];

    private static IEnumerable<(string Body, string Type)> Bodies(List<(string Name, string Value)> fields)
    {
        const string Form = "application/x-www-form-urlencoded";
        var whole = Written(fields);
        for (var i = 0; i < fields.Count; i++)
        {
            var (at, name) = (i, fields[i].Name);
            yield return (Written(fields.Where((_, n) => n != at)), Form);
            yield return ($"{whole}&{name}=x", Form);
            yield return ($"{whole}&{name}.Length=1&{name}[0]=x&{name}[-1]=x&{name}[{int.MaxValue}]=x", Form);
            yield return ($"{whole}&{name}[=x&{name}]=x&{name}][=x&[{name}=x", Form);
            yield return ($"{whole}&{name}[{new string('k', 490)}]=x&{name}[{new string('k', 2_030)}].x=x", Form);
            if (name.Split("%5B") is [var list, _, ..]) yield return ($"{whole}&{list}[=x&{list}[{new string('k', 490)}]=x&{list}[]=x&{list}[x][y]=x&{list}[%00]=x", Form);
            foreach (var value in Hostile.Values) yield return (Written(fields.Select((f, n) => n == at ? (f.Name, value) : f)), Form);
        }

        // Its own fields missing, or more than anybody types.
        var own = fields.Where(f => f.Name is "__RequestVerificationToken" or "_handler").ToList();
        yield return (Written(own), Form);
        yield return ($"{Written(own)}&{string.Join('&', Enumerable.Range(0, 20_000).Select(n => $"f{n}=x"))}", Form);
        yield return ($"{Written(own)}&{new string('k', 5_000)}=x&{string.Concat(Enumerable.Repeat("a.", 300))}=x&{string.Concat(Enumerable.Repeat("a[0]", 300))}=x", Form);
        yield return (LongValue, Form);
        yield return (LongForm, Form);
        yield return (whole[..(whole.Length / 2)], Form);
        foreach (var body in Hostile.Bodies) yield return (body, Form);
        foreach (var type in Hostile.ContentTypes) yield return (whole, type);
        yield return ($"--x\r\nContent-Disposition: form-data; name=\"_handler\"\r\nContent-Type: text/plain; charset=nope\r\n\r\nx\r\n--x--\r\n", "multipart/form-data; boundary=x");
        yield return ("--x\r\nContent-Disposition: nonsense\r\n\r\nx", "multipart/form-data; boundary=x");
    }

    private static string Written(IEnumerable<(string Name, string Value)> fields) => string.Join('&', fields.Select(f => $"{f.Name}={f.Value}"));
}
