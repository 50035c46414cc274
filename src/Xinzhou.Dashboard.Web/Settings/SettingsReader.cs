using Xinzhou.Dashboard.Data.Server;

namespace Xinzhou.Dashboard.Web.Settings;

/// <summary>
/// Reads settings and collects what is wrong with them, so that all of it is said at once. A setting below
/// <c>Dashboard:</c> that nobody reads is a misspelt one.
/// </summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private const string Section = "Dashboard";

    private readonly HashSet<string> _known = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _faults = [];

    /// <summary><c>Dashboard:<paramref name="name"/></c>, true or false.</summary>
    public bool Flag(string name, bool otherwise)
    {
        if (Read(name) is not { } text) return otherwise;
        if (bool.TryParse(text, out var flag)) return flag;
        Fault(name, text, "true and false");
        return otherwise;
    }

    /// <summary><c>Dashboard:<paramref name="name"/></c>, a whole number within bounds, both included.</summary>
    public int Number(string name, int otherwise, int least, int most)
    {
        if (Read(name) is not { } text) return otherwise;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Fault(name, text, string.Create(CultureInfo.InvariantCulture, $"whole numbers from {least} to {most}"));
        return otherwise;
    }

    /// <summary><c>Dashboard:<paramref name="name"/></c>, one of the names of an enumeration.</summary>
    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum
    {
        if (Read(name) is not { } text) return otherwise;
        var match = Enum.GetNames<T>().FirstOrDefault(allowed => allowed.Equals(text, StringComparison.OrdinalIgnoreCase));
        if (match is not null) return Enum.Parse<T>(match);
        Fault(name, text, string.Join(", ", Enum.GetNames<T>()));
        return otherwise;
    }

    /// <summary><c>Dashboard:<paramref name="name"/></c> as it is, or null.</summary>
    public string? Text(string name) => Read(name);

    /// <summary><c>ConnectionStrings:<paramref name="name"/></c>, or null.</summary>
    public string? Connection(string name)
    {
        var text = configuration.GetConnectionString(name);
        if (string.IsNullOrWhiteSpace(text)) return null;
        var fault = DashboardDatabase.Fault(text);
        if (fault is null) return text;
        _faults.Add(fault.Length == 0
            ? $"The setting ConnectionStrings:{name} names no server: it must contain Host=…."
            : $"The setting ConnectionStrings:{name} is not a connection string of Npgsql (Host=…;Database=…;Username=…): {fault}");
        return null;
    }

    /// <summary>Adds a fault that concerns more than one setting.</summary>
    public void Refuse(string sentence) => _faults.Add(sentence);

    /// <exception cref="SettingsException">Something is wrong, or misspelt.</exception>
    public void ThrowIfWrong()
    {
        foreach (var (name, _) in configuration.GetSection(Section).AsEnumerable(makePathsRelative: true).Where(s => s.Value is not null && !_known.Contains(s.Key)))
            _faults.Add($"The setting {Section}:{name} is not known; known are {string.Join(", ", _known.Order(StringComparer.Ordinal))}.");
        if (_faults.Count > 0) throw new SettingsException(_faults);
    }

    private string? Read(string name)
    {
        _known.Add(name);
        var text = configuration[$"{Section}:{name}"];
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }

    private void Fault(string name, string text, string allowed) =>
        _faults.Add($"The setting {Section}:{name} is “{text}”; allowed are {allowed}.");
}
