namespace Xinzhou.Dashboard.Web.Administration.Forms;

/// <summary>A form as it is typed. Rows are moved, added and taken out here; nothing is kept until it is saved.</summary>
public sealed record FormEdit
{
    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    public string? NameEn { get; init; }

    public Stage Stage { get; init; } = Stage.Preliminary;

    public bool Active { get; init; } = true;

    public IReadOnlyList<string> Departments { get; init; } = [];

    public IReadOnlyList<RowEdit> Rows { get; init; } = [];

    public string? Reason { get; init; }

    /// <summary>The version that was seen; null for a new form. A draft keeps it, so that what others saved since is told.</summary>
    public int? Seen { get; init; }

    public static FormEdit Of(ReturnForm form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new()
        {
            Code = form.Code,
            Name = form.Name,
            NameEn = form.NameEn,
            Stage = form.Stage,
            Active = form.Active,
            Departments = form.Departments,
            Rows = [.. form.Rows.Select(RowEdit.Of)],
            Seen = form.Version,
        };
    }

    /// <summary>The same with a row at another place.</summary>
    /// <param name="key">The row.</param>
    /// <param name="place">Where it is to stand, from 1.</param>
    public FormEdit Move(int key, int place)
    {
        var rows = Rows.ToList();
        if (rows.FindIndex(r => r.Key == key) is not (>= 0 and var at)) return this;
        var row = rows[at];
        rows.RemoveAt(at);
        rows.Insert(Math.Clamp(place - 1, 0, rows.Count), row);
        return this with { Rows = rows };
    }

    /// <summary>The same without a row. A share that was computed from it is asked for then.</summary>
    public FormEdit Remove(int key) => this with
    {
        Rows =
        [
            .. Rows.Where(r => r.Key != key).Select(r => r.Part == key || r.Total == key ? r with { Part = null, Total = null } : r),
        ],
    };

    /// <summary>The same with something else typed in a row.</summary>
    public FormEdit With(int key, Func<RowEdit, RowEdit> typed)
    {
        ArgumentNullException.ThrowIfNull(typed);
        return this with { Rows = [.. Rows.Select(r => r.Key == key ? typed(r) : r)] };
    }

    /// <summary>The same with rows at the end: each indicator in each unit, then the tasks; but none that it has already.</summary>
    public FormEdit Add(IReadOnlyList<Indicator> indicators, IReadOnlyList<StatisticalUnit> units, IReadOnlyList<int> tasks)
    {
        ArgumentNullException.ThrowIfNull(indicators);
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(tasks);
        var key = Rows.Select(r => r.Key).DefaultIfEmpty().Max();
        return this with
        {
            Rows =
            [
                .. Rows,
                .. indicators.SelectMany(i => units, (i, u) => (Indicator: i, Unit: u.Code)).Where(s => !Asks(s.Indicator.Code, s.Unit))
                    .Select(s => RowEdit.Of(++key, s.Indicator, s.Unit)).ToArray(),
                .. tasks.Where(t => Rows.All(r => r.Task != t)).Select(t => RowEdit.Of(++key, t)).ToArray(),
            ],
        };
    }

    /// <summary>Whether a row asks for an indicator in a unit.</summary>
    public bool Asks(string indicator, string unit) => Rows.Any(r => r.Task is null && r.Indicator == indicator && r.Unit == unit);

    /// <summary>The form that is meant.</summary>
    public ReturnForm ToForm(Catalogue catalogue)
    {
        var places = Rows.Select((r, i) => (r.Key, Place: i + 1)).ToDictionary(r => r.Key, r => r.Place);
        return new()
        {
            Code = Code.Trim(),
            Name = Name.Trim(),
            NameEn = NameEn?.Trim() is { Length: > 0 } english ? english : null,
            Stage = Stage,
            Active = Active,
            Departments = Departments,
            Rows = [.. Rows.Select((r, i) => r.ToRow(i + 1, key => places.TryGetValue(key, out var place) ? place : null, catalogue))],
        };
    }
}
