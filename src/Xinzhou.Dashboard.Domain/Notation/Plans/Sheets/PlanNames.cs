using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>
/// The departments that a file names: those there are, those that its own sheet enters, and, where they are to be created,
/// whatever else it calls one.
/// </summary>
internal sealed class PlanNames
{
    /// <summary>The longest name or code of a department, in characters.</summary>
    public const int MaxLength = CatalogueCheck.MaxNameLength;

    private readonly bool _create;
    private readonly DateOnly _today;
    private readonly Dictionary<string, Department> _byKey = new(StringComparer.Ordinal);
    private readonly List<Department> _new = [];
    private int _order;

    /// <param name="held">The departments that there are.</param>
    /// <param name="create">True where unknown ones are to be created.</param>
    /// <param name="today">The day of the import in Asia/Shanghai.</param>
    public PlanNames(IReadOnlyList<Department> held, bool create, DateOnly today)
    {
        (_create, _today) = (create, today);
        _order = held.Select(d => d.Order).DefaultIfEmpty().Max();

        // A name wins over a code: names are what people write.
        foreach (var department in held)
        {
            _byKey[PlainText.Key(department.Name)] = department;
        }

        foreach (var department in held)
        {
            _byKey.TryAdd(PlainText.Key(department.Code), department);
            _byKey.TryAdd(PlainText.Key(department.ShownCode()), department);
        }
    }

    public IReadOnlyList<Department> New => _new;

    /// <summary>True when a name that is not known may be in a sheet that could not be read.</summary>
    public bool IsIncomplete { get; set; }

    public Department? Find(string nameOrCode) => _byKey.GetValueOrDefault(PlainText.Key(nameOrCode));

    /// <summary>The day from which there is no such department any more; null where there still is on the day of the import.</summary>
    /// <param name="code">The code of a department.</param>
    public DateOnly? DissolvedOn(string code) => _byKey.Values.FirstOrDefault(d => d.Code == code && d.IsDissolvedOn(_today))?.DissolvedOn;

    /// <summary>Puts a department that there is as the file has it: what comes after it may call it by its new code.</summary>
    public void Put(Department department)
    {
        _byKey[PlainText.Key(department.Name)] = department;
        _byKey.TryAdd(PlainText.Key(department.ShownCode()), department);
    }

    /// <summary>Enters a department.</summary>
    public void Add(string name, string? code, int? order)
    {
        var (key, plain) = (PlainText.Key(name), Plain(name));
        var department = new Department(code ?? plain, plain, order ?? ++_order);
        _order = Math.Max(_order, department.Order);
        _new.Add(department);
        _byKey[key] = department;
        _byKey.TryAdd(PlainText.Key(department.Code), department);
    }

    /// <summary>
    /// The names of a cell. A name broken over lines is one; parted by nothing but blanks or line breaks are names that are
    /// all known.
    /// </summary>
    public IReadOnlyList<string> Split(string text) => Find(text) is not null ? [text] : [.. NameList.Split(text).SelectMany(Known)];

    private string[] Known(string name) => Find(name) is null && Pieces(name) is { Length: > 1 } pieces && pieces.All(p => Find(p) is not null) ? pieces : [name];

    /// <summary>The code of a department; null with a fault where it is not known.</summary>
    public string? Code(string name, int line, string column, PlanFaults faults)
    {
        if (Find(name) is { } known)
        {
            return known.Code;
        }

        var wrong = Wrong(name) ?? (_create || IsIncomplete ? null : new(FaultReason.UnknownDepartment));
        if (wrong is not null)
        {
            faults.Add(Fault.Of(line, column, name, wrong));
        }

        if (wrong is not null || !_create)
        {
            return null;
        }

        Add(name, null, null);
        faults.Warn(new(line, column, FaultReason.NewDepartment, _new[^1].Name));
        return _new[^1].Code;
    }

    private static string[] Pieces(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The name as it is written, without the blanks and line breaks that only make it fit.</summary>
    private static string Plain(string name) =>
        name.Any(c => c >= '\u2E80') ? string.Concat(PlainText.Visible(name).Where(c => !char.IsWhiteSpace(c))) : PlainText.Visible(name).Trim();

    /// <summary>Why something can be no name of a department; null when it can.</summary>
    public static Wrong? Wrong(string name) =>
        !name.Any(char.IsLetter) ? new(FaultReason.NoName)
        : name.Length > MaxLength ? new(FaultReason.NameTooLong, $"{MaxLength}")
        : NameList.Split(name).Count > 1 || Pieces(name).Count(p => p.Count(c => c >= '\u2E80') > 1) > 1 ? new(FaultReason.UnclearName)
        : PlainText.OddLetterOf(name) is { } odd ? new(FaultReason.OddCharacter, odd.ToString(), $"U+{odd.Value:X4}")
        : null;
}
