using System.Text;
using Microsoft.AspNetCore.WebUtilities;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>
/// The address of the view being shown, and the way to make links from it. The state of a view lives in its address:
/// every link is made here, so that what the reader chose (as-of day, clock, language) goes with him.
/// </summary>
/// <param name="navigation">Gives the current address; read anew at each call, since it changes under a circuit.</param>
/// <param name="time">Gives the present moment, against which an as-of moment is judged.</param>
public sealed class Address(NavigationManager navigation, TimeProvider time)
{
    /// <summary>Name of the parameter that asks what was known at a moment: <c>YYYY-MM-DD</c> or an RFC 3339 instant.</summary>
    public const string AsOfName = "asOf";

    /// <summary>Name of the parameter that chooses the clock: <c>known</c> (the default) or <c>recorded</c>.</summary>
    public const string ClockName = "clock";

    /// <summary>Name of the parameter that chooses the language: <c>zh-CN</c> (the default) or <c>en</c>.</summary>
    public const string LanguageName = "lang";

    /// <summary>The parameters that every link keeps.</summary>
    public static IReadOnlyList<string> KeptNames { get; } = [AsOfName, ClockName, LanguageName];

    /// <summary>The moment the reader asks about, as written in the address and judged against now; where people work, it is now.</summary>
    public AsOfReading AsOf => PresentPages.Have(Path)
        ? AsOfReading.Read(null, null, time.GetUtcNow())
        : AsOfReading.Read(Get(AsOfName), Get(ClockName), time.GetUtcNow());

    /// <summary>The path of the current page, below the base of the site: <c>/indicators/gdp</c>.</summary>
    public string Path => "/" + Uri.UnescapeDataString(navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0]);

    /// <summary>What a form has to carry along as hidden fields: the kept parameters that are set.</summary>
    public IEnumerable<KeyValuePair<string, string>> Kept
    {
        get
        {
            foreach (var name in KeptNames)
                if (Get(name) is { Length: > 0 } value && !IsDefault(name, value))
                    yield return new(name, value);
        }
    }

    /// <summary>What a GET form to the current page has to carry along: every parameter but those it asks for itself.</summary>
    /// <param name="except">Names of the form's own fields.</param>
    public IEnumerable<KeyValuePair<string, string>> Others(params string[] except) =>
        Query().Where(p => !except.Contains(p.Key, StringComparer.OrdinalIgnoreCase) && !IsDefault(p.Key, p.Value));

    /// <summary>The target of a GET form: the path alone; what is kept goes along as hidden fields.</summary>
    public string Action(string path) => Build(path, []);

    /// <summary>The first value of a parameter of the current address, null if it is not there.</summary>
    public string? Get(string name) =>
        Query().FirstOrDefault(p => string.Equals(p.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>A link to a page of this site that keeps as-of, clock and language.</summary>
    /// <param name="path">Path below the base, with a fragment if wanted: <c>/indicators/gdp#sources</c>.</param>
    /// <param name="query">Parameters of that page; one with no value is left out; one that is kept otherwise is replaced.</param>
    public string To(string path, params (string Name, string? Value)[] query)
    {
        var own = query.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => new KeyValuePair<string, string>(p.Name, p.Value!));
        return Build(path, own.Concat(Kept.Where(k => !Names(query, k.Key))));
    }

    /// <summary>The same for a path that something is put into: it stays one segment, whatever it holds.</summary>
    /// <param name="path">Path below the base, with a fragment if wanted: <c>$"/indicators/{code}"</c>.</param>
    /// <param name="query">As above.</param>
    public string To(PathText path, params (string Name, string? Value)[] query) => To(path.ToStringAndClear(), query);

    /// <summary>A link to the current page with some parameters changed; the others stay as they are.</summary>
    /// <param name="changes">Parameters to set; one with no value is taken away.</param>
    public string Here(params (string Name, string? Value)[] changes)
    {
        var staying = Query().Where(p => !Names(changes, p.Key) && !IsDefault(p.Key, p.Value));
        var set = changes.Where(c => !string.IsNullOrEmpty(c.Value) && !IsDefault(c.Name, c.Value))
            .Select(c => new KeyValuePair<string, string>(c.Name, c.Value!));
        // As it is written, so that a slash within a name stays one.
        return Build("/" + navigation.ToBaseRelativePath(navigation.Uri).Split('?', '#')[0], staying.Concat(set));
    }

    private static bool Names((string Name, string? Value)[] query, string name) =>
        query.Any(p => string.Equals(p.Name, name, StringComparison.OrdinalIgnoreCase));

    private static bool IsDefault(string name, string value) =>
        (name == LanguageName && value != Languages.English) || (name == ClockName && value == AsOfReading.KnownClock);

    private IEnumerable<KeyValuePair<string, string>> Query()
    {
        var query = new Uri(navigation.Uri).Query;
        foreach (var pair in new QueryStringEnumerable(query))
            yield return new(pair.DecodeName().ToString(), pair.DecodeValue().ToString());
    }

    private string Build(string path, IEnumerable<KeyValuePair<string, string>> query)
    {
        var hash = path.IndexOf('#', StringComparison.Ordinal);
        var fragment = hash < 0 ? "" : path[hash..];
        var link = new StringBuilder(new Uri(navigation.BaseUri).AbsolutePath);
        link.Append(new Microsoft.AspNetCore.Http.PathString("/" + (hash < 0 ? path : path[..hash]).TrimStart('/')).ToUriComponent().AsSpan(1));
        var separator = '?';
        foreach (var (name, value) in query)
        {
            link.Append(separator).Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
            separator = '&';
        }

        return link.Append(fragment).ToString();
    }
}
