
namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>The fields of one row, each read by itself; what cannot be read goes to the faults.</summary>
/// <param name="cells">The columns of the table.</param>
/// <param name="row">The row.</param>
/// <param name="faults">Takes what is wrong.</param>
internal readonly struct RowFields(TableCells cells, SourceRow row, FaultList faults)
{
    /// <summary>The longest name of an indicator, unit, scope, label or vintage, in characters.</summary>
    private const int LongestName = 200;

    public int Line => row.Line;

    /// <summary>The text of a cell; empty where nothing stands.</summary>
    public string Text(string column) => cells.Text(row, column);

    /// <summary>The text of a cell; null where nothing stands.</summary>
    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public bool Has(string column) => Text(column).Length > 0;

    /// <summary>The basis; null when it is none.</summary>
    public Basis? Basis => cells.BasisOf(row);

    /// <summary>The unit of the value: 亿元, %.</summary>
    public string Uom => cells.UomOf(row);

    /// <summary>The number of a field; null when it is empty or, with a fault, when it cannot be read.</summary>
    public decimal? Number(string column)
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var number = NumberNotation.Read(text, out var wrong);
        if (wrong is not null)
        {
            Wrong(column, wrong);
        }

        return number;
    }

    /// <summary>An optional field; null when it is empty or, with a fault, when it cannot be read.</summary>
    public T? Optional<T>(string column, Func<string, T?> parse, FaultReason reason, params string[] arguments)
        where T : struct
    {
        var text = Text(column);
        if (text.Length == 0)
        {
            return null;
        }

        var value = parse(text);
        if (value is null)
        {
            Wrong(column, new(reason, arguments));
        }

        return value;
    }

    /// <summary>Names are bounded.</summary>
    public void CheckLength(string column)
    {
        if (Text(column).Length > LongestName)
        {
            Wrong(column, new(FaultReason.NameTooLong, $"{LongestName}"));
        }
    }

    public void Wrong(string column, Wrong wrong) => faults.Add(Line, column, Text(column), wrong);
}
