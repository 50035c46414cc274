using System.Text.Json;
using Xinzhou.Dashboard.Web.Api.Problems;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Calculations;

/// <summary>
/// Reads the fields of a body and collects all that is wrong with them. A field that is null counts as not given; one that is not
/// known is a fault, so that a name spelled wrong is not passed over.
/// </summary>
public sealed class BodyReader
{
    /// <summary>The greatest number of years with a value.</summary>
    public const int MaxYears = 500;

    private const int FirstYear = 1000;
    private const int LastYear = 9999;
    private const int MaxFound = 60;

    // Beyond these, quotients and roots of two numbers could no longer be written.
    private const double Greatest = 1e100;
    private const double Smallest = 1e-100;

    // Dates outside these are slips of the hand, and a pause of millennia would be counted day by day.
    private static readonly DateOnly FirstDay = new(2000, 1, 1);
    private static readonly DateOnly LastDay = new(2199, 12, 31);

    private readonly Dictionary<string, JsonElement> given = [];
    private readonly IStringLocalizer<ApiText> text;
    private readonly string path;
    private readonly List<ParameterFault> faults;

    /// <param name="body">The body.</param>
    /// <param name="fields">The fields it may have.</param>
    /// <param name="text">The words of the API, in the language of the request.</param>
    public BodyReader(JsonElement body, IReadOnlyList<Field> fields, IStringLocalizer<ApiText> text)
        : this(body, fields, text, "", [])
    {
    }

    private BodyReader(JsonElement body, IReadOnlyList<Field> fields, IStringLocalizer<ApiText> text, string path, List<ParameterFault> faults)
    {
        (this.text, this.path, this.faults) = (text, path, faults);
        foreach (var property in body.EnumerateObject())
        {
            if (fields.All(f => f.Name != property.Name))
            {
                Note(property.Name, ProblemCode.UnknownParameter, Written(property.Value), QueryReader.Choices(fields.Select(f => f.Name)));
            }
            else if (property.Value.ValueKind != JsonValueKind.Null)
            {
                given.Add(property.Name, property.Value);
            }
        }
    }

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<ParameterFault> Faults => faults;

    /// <summary>Notes that a field says something that it cannot.</summary>
    /// <param name="field">The field; it may be missing.</param>
    /// <param name="expected">What would be right.</param>
    public void Fault(Field field, string expected) => Fault(field, ProblemCode.InvalidValue, expected);

    /// <summary>A number; null when it is missing or none.</summary>
    public double? Number(Field field) => Read(field, ProblemCode.InvalidValue, text["Expected.Number"], NumberOf);

    /// <summary>A whole number from 1 to the most that the field takes; null when it is missing or none.</summary>
    public int? Count(Field field) => Read(
        field, ProblemCode.InvalidValue, string.Create(CultureInfo.InvariantCulture, $"1–{field.Most}"),
        e => NumberOf(e) is { } number and >= 1 && number <= field.Most && double.IsInteger(number) ? (int)number : (int?)null);

    /// <summary>A list of numbers, be it of none; null when it is missing or is no such list.</summary>
    public IReadOnlyList<double>? Numbers(Field field)
    {
        if (!given.TryGetValue(field.Name, out var list) && !field.IsRequired) return null;
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > field.Most)
        {
            Fault(field, text["Expected.Numbers", field.Most].Value);
            return null;
        }

        var numbers = new List<double>(list.GetArrayLength());
        foreach (var (place, entry) in list.EnumerateArray().Index())
        {
            if (NumberOf(entry) is { } number) numbers.Add(number);
            else Note(string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{place}]"), ProblemCode.InvalidValue, Written(entry), text["Expected.Number"]);
        }

        return numbers;
    }

    /// <summary>A year; null when it is missing or none.</summary>
    public int? Year(Field field) => Read(field, ProblemCode.InvalidValue, text["Expected.Year"], YearOf);

    /// <summary>A day; null when it is missing or none.</summary>
    public DateOnly? Day(Field field) => Read(field, ProblemCode.InvalidDate, text["Expected.Day"], DayOf);

    /// <summary>A value by its code; null when it is missing or none.</summary>
    public T? Code<T>(Field field) where T : struct, Enum => Read(
        field, ProblemCode.InvalidValue, QueryReader.Choices(field.Allowed!),
        e => e.ValueKind == JsonValueKind.String && Domain.Code.TryParse<T>(e.GetString(), out var value) ? value : (T?)null);

    /// <summary>Numbers by year; null when they are missing or are none.</summary>
    public IReadOnlyDictionary<int, double>? Values(Field field)
    {
        if (!given.TryGetValue(field.Name, out var years) || years.ValueKind != JsonValueKind.Object || years.GetPropertyCount() is 0 or > MaxYears)
        {
            Fault(field, text["Expected.Values"].Value);
            return null;
        }

        var values = new Dictionary<int, double>();
        foreach (var year in years.EnumerateObject())
        {
            var name = $"{field.Name}.{year.Name}";
            if (!IsYear(year.Name)) Note(name, ProblemCode.InvalidValue, Cut(year.Name), text["Expected.Year"]);
            else if (NumberOf(year.Value) is not { } value) Note(name, ProblemCode.InvalidValue, Written(year.Value), text["Expected.Number"]);
            else values.Add(int.Parse(year.Name, CultureInfo.InvariantCulture), value);
        }

        return values;
    }

    /// <summary>The entries of a list, those that can be read; none when it is missing.</summary>
    public IReadOnlyList<T> List<T>(Field field, Func<BodyReader, T?> read) where T : struct
    {
        if (!given.TryGetValue(field.Name, out var list)) return [];
        if (list.ValueKind != JsonValueKind.Array)
        {
            Fault(field, $"[{field.Example}]");
            return [];
        }

        var entries = new List<T>();
        foreach (var (place, entry) in list.EnumerateArray().Index())
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{field.Name}[{place}]");
            if (entry.ValueKind != JsonValueKind.Object) Note(name, ProblemCode.InvalidValue, Written(entry), field.Example!);
            else if (read(new(entry, field.Entry!, text, $"{path}{name}.", faults)) is { } value) entries.Add(value);
        }

        return entries;
    }

    private T? Read<T>(Field field, ProblemCode code, string expected, Func<JsonElement, T?> read) where T : struct
    {
        var value = given.TryGetValue(field.Name, out var element) ? read(element) : null;
        if (value is null && (field.IsRequired || given.ContainsKey(field.Name))) Fault(field, code, expected);
        return value;
    }

    private void Fault(Field field, ProblemCode code, string expected) =>
        Note(field.Name, code, given.TryGetValue(field.Name, out var element) ? Written(element) : "", expected);

    private void Note(string name, ProblemCode code, string found, string expected) =>
        faults.Add(new($"{path}{Cut(name)}", Domain.Code.Of(code), found, expected));

    private static double? NumberOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && Math.Abs(number) is 0 or (>= Smallest and <= Greatest)
            ? number : null;

    // 2030.0 is a whole number too: some languages write every number so.
    private static int? YearOf(JsonElement element) =>
        NumberOf(element) is { } number and >= FirstYear and <= LastYear && double.IsInteger(number) ? (int)number : null;

    private static DateOnly? DayOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.String
        && DateOnly.TryParseExact(element.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= FirstDay && day <= LastDay
            ? day : null;

    private static bool IsYear(string name) => name.Length == 4 && name.All(char.IsAsciiDigit) && name[0] != '0';

    private static string Written(JsonElement element) => Cut(element.GetRawText());

    private static string Cut(string written) => written.Length <= MaxFound ? written : $"{written[..MaxFound]}…";
}
