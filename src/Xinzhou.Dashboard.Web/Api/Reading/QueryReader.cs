using Microsoft.Extensions.Primitives;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Web.Api.Problems;

namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>
/// Reads the parameters of a request and collects what is wrong with them. An empty value is a value, and none that a
/// parameter takes.
/// </summary>
/// <param name="query">The parameters.</param>
/// <param name="before">A reader that has found faults already; null if there is none.</param>
public sealed class QueryReader(IReadOnlyDictionary<string, StringValues> query, QueryReader? before = null)
{
    private readonly List<ParameterFault> _faults = [.. before?.Faults ?? []];

    public IReadOnlyList<ParameterFault> Faults => _faults;

    /// <summary>Notes that a parameter cannot be read.</summary>
    public void Fault(string parameter, ProblemCode code, string found, string expected) =>
        _faults.Add(new(parameter, Code.Of(code), found, expected));

    /// <summary>
    /// Refuses every name that the address does not know, since it could be meant for one that it does (<c>as_of</c> must not answer
    /// the figures of today), and a language that there is not.
    /// </summary>
    /// <param name="known">All parameters that the address knows.</param>
    public void RefuseUnknown(IEnumerable<Parameter> known)
    {
        string[] names = [.. known.Select(p => p.Name)];
        foreach (var name in query.Keys.Except(names, StringComparer.OrdinalIgnoreCase))
        {
            Fault(name, ProblemCode.UnknownParameter, query[name].ToString(), Choices(names));
        }

        if (One(Parameters.Lang) is { } language && !Parameters.Lang.Allowed!.Contains(language, StringComparer.OrdinalIgnoreCase))
        {
            Fault(Parameters.Lang.Name, ProblemCode.InvalidValue, language, Choices(Parameters.Lang.Allowed!));
        }
    }

    /// <summary>The values of a parameter that may be repeated.</summary>
    public IEnumerable<string> Many(Parameter parameter) =>
        query.TryGetValue(parameter.Name, out var values) ? values.Select(v => v ?? "") : [];

    /// <summary>The value of a parameter that takes one; null when it is not given.</summary>
    public string? One(Parameter parameter)
    {
        var values = Many(parameter).Distinct().ToList();
        if (values.Count > 1)
        {
            Fault(parameter.Name, ProblemCode.RepeatedParameter, string.Join(", ", values), values[0]);
        }

        return values.Count == 0 ? null : values[0];
    }

    /// <summary>A switch: true or false; false when it is not given.</summary>
    public bool Flag(Parameter parameter)
    {
        var value = One(parameter);
        if (value is null || bool.TryParse(value, out var flag))
        {
            return value is not null && bool.Parse(value);
        }

        if (value is "1" or "0")
        {
            return value == "1";
        }

        Fault(parameter.Name, ProblemCode.InvalidValue, value, "true | false");
        return false;
    }

    /// <summary>The values of a parameter with fixed codes; null when it is not given.</summary>
    public HashSet<T>? Codes<T>(Parameter parameter) where T : struct, Enum =>
        Set<T>(parameter, ProblemCode.InvalidValue, Choices(Code.All<T>()), text => Code.TryParse<T>(text, out var value) ? value : null);

    /// <summary>The values of a parameter, each as <paramref name="find"/> knows it; null when it is not given.</summary>
    public HashSet<T>? Set<T>(Parameter parameter, ProblemCode code, string expected, Func<string, T?> find) where T : struct
    {
        HashSet<T>? set = null;
        foreach (var text in Many(parameter))
        {
            set ??= [];
            if (find(text) is { } value)
            {
                set.Add(value);
            }
            else
            {
                Fault(parameter.Name, code, text, expected);
            }
        }

        return set;
    }

    /// <summary>The codes of the entries that a parameter names; null when it is not given.</summary>
    public HashSet<string>? Entries(Parameter parameter, string expected, Func<string, string?> find)
    {
        HashSet<string>? set = null;
        foreach (var text in Many(parameter))
        {
            set ??= new(StringComparer.Ordinal);
            if (find(text) is { } value)
            {
                set.Add(value);
            }
            else
            {
                Fault(parameter.Name, ProblemCode.UnknownCode, text, expected);
            }
        }

        return set;
    }

    /// <summary>Fixed values as a problem names them.</summary>
    public static string Choices(IEnumerable<string> values) => string.Join(" | ", values);
}
