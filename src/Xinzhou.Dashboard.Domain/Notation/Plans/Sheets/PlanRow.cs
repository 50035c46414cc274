using System.Globalization;
using System.Text;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Plans.Sheets;

/// <summary>The fields of one row, each read by itself; what cannot be read goes to the faults.</summary>
/// <param name="cells">The columns of the sheet.</param>
/// <param name="row">The row.</param>
/// <param name="faults">Takes what is wrong.</param>
internal readonly struct PlanRow(PlanCells cells, SourceRow row, PlanFaults faults)
{
    /// <summary>Says that there is none of what a cell asks for, where an empty cell would leave what is held.</summary>
    private const string None = "无";
    private const int MaxText = 10_000;
    private const int MaxPerson = 2000;

    public int Line => row.Line;

    /// <summary>True when something of the row cannot be read.</summary>
    public bool IsFaulty => faults.IsFaulty(row.Line);

    /// <summary>The text of a cell; empty where nothing stands.</summary>
    public string Text(string column) => cells.Text(row, column);

    /// <summary>A text; null where nothing stands.</summary>
    public string? Words(string column, int max = MaxText)
    {
        var text = Text(column);
        if (text.Length > max)
        {
            Wrong(column, new(FaultReason.NameTooLong, $"{max}"));
        }

        return text.Length > 0 ? text : null;
    }

    /// <summary>A text that has to be there; null with a fault. It is bounded in bytes of UTF-8, since it is found by an index.</summary>
    public string? Key(string column, int maxBytes)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            Wrong(column, new(FaultReason.RequiredField));
            return null;
        }

        if (Encoding.UTF8.GetByteCount(text) > maxBytes)
        {
            Wrong(column, new(FaultReason.TooManyBytes, $"{maxBytes}"));
        }

        return text;
    }

    /// <summary>A whole number that has to be there; null with a fault.</summary>
    public int? Number(string column)
    {
        if (Text(column).Length == 0)
        {
            Wrong(column, new(FaultReason.RequiredField));
            return null;
        }

        return Whole(column, 1);
    }

    /// <summary>A whole number; null when it is empty or, with a fault, when it cannot be read.</summary>
    public int? Whole(string column, int least = 0)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var number = PlainField.Whole(text);
        if (!(number >= least))
        {
            Wrong(column, new(FaultReason.NotAWholeNumber));
            return null;
        }

        return number;
    }

    /// <summary>A percentage of 0–100; null when it is empty or, with a fault, when it is none.</summary>
    public decimal? Percent(string column, FaultReason outside)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var number = PlainField.Number(text, out var wrong);
        wrong ??= number is < 0 or > 100 ? new(outside) : null;
        if (wrong is not null)
        {
            Wrong(column, wrong);
        }

        return wrong is null ? number : null;
    }

    /// <summary>A start or a deadline; null when it is empty or, with a fault, when it names no day.</summary>
    public PlanDay? Day(string column, bool isStart)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var day = PlanDayNotation.Read(text, isStart, out var wrong);
        if (wrong is not null)
        {
            Wrong(column, wrong);
        }

        return day;
    }

    /// <summary>One person; null when the cell is empty, empty where it says that there is none.</summary>
    public string? Person(string column)
    {
        if (Words(column, MaxPerson) is not { } text || text == None)
        {
            return Text(column) == None ? "" : null;
        }

        if (!text.Any(char.IsLetter))
        {
            Wrong(column, new(FaultReason.NoName));
        }
        else if (NameList.Split(text.Replace('\n', '、')).Count(n => n.Any(char.IsLetter)) > 1)
        {
            Wrong(column, new(FaultReason.TwoPeople));
        }

        return text;
    }

    /// <summary>The code of one department that is to lead or to own, with a remark where it is dissolved; null when the cell is empty or, with a fault, when it is not known; empty where it says that there is none.</summary>
    public string? Department(string column, PlanNames names)
    {
        var codes = Departments(column, names);
        if (codes is { Count: > 1 })
        {
            Wrong(column, new(FaultReason.TwoLeads));
        }

        // It is entered all the same: a document may be older than the end of the unit, and what was exported can be read again.
        if (codes is [var only] && names.DissolvedOn(only) is { } dissolved)
        {
            Warn(column, new(FaultReason.DissolvedDepartment, dissolved.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
        }

        return codes is null ? null : codes.Count == 0 ? "" : codes[0];
    }

    /// <summary>The codes of departments; null when the cell is empty, none where it says that there is none.</summary>
    public IReadOnlyList<string>? Departments(string column, PlanNames names)
    {
        var text = Text(column);
        if (text.Length == 0 || text == None)
        {
            return text.Length == 0 ? null : [];
        }

        var codes = new List<string>();
        foreach (var name in names.Split(text))
        {
            if (names.Code(name, Line, cells.Head(column), faults) is { } code && !codes.Contains(code))
            {
                codes.Add(code);
            }
        }

        return codes;
    }

    /// <summary>Something that there is one of; null when the cell is empty or, with a fault, when there is none.</summary>
    public T? Known<T>(string column, IReadOnlyDictionary<string, T> known, Wrong unknown) where T : class
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var found = known.GetValueOrDefault(PlainText.Key(text));
        if (found is null)
        {
            Wrong(column, unknown);
        }

        return found;
    }

    public void Wrong(string column, Wrong wrong) => faults.Add(Fault.Of(Line, cells.Head(column), Text(column), wrong));

    public void Warn(string column, Wrong remark) => faults.Warn(Fault.Of(Line, cells.Head(column), Text(column), remark));
}
