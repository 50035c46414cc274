using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Notation.Rows;

/// <summary>The fields of the row that is being read, each read by itself; what cannot be read goes to the faults.</summary>
/// <param name="cells">The columns of the table.</param>
/// <param name="faults">Takes what is wrong.</param>
internal sealed class RowFields(TableCells cells, FaultList faults)
{
    /// <summary>The longest name of an indicator, unit, scope, label or vintage, in characters.</summary>
    private const int LongestName = 200;

    private readonly string[] _texts = new string[ImportColumns.All.Count];
    private readonly ReadOnce<DateTimeOffset?> _dates = new(DateNotation.Read);

    public int Line { get; private set; }

    /// <summary>The words for nothing that the rows so far have.</summary>
    public EmptyWords EmptyWords { get; } = new();

    /// <summary>Goes on to a row.</summary>
    public void MoveTo(SourceRow row)
    {
        Line = row.Line;
        for (var i = 0; i < _texts.Length; i++)
        {
            var text = cells.Written(row, i);
            if (PlainText.IsEmptyWord(text))
            {
                EmptyWords.Add(Line, ImportColumns.All[i], text);
                text = "";
            }

            _texts[i] = text;
        }
    }

    /// <summary>The text of a cell; empty where nothing stands.</summary>
    public string Text(string column) => _texts[ImportColumns.IndexOf(column)];

    /// <summary>The text of a cell; null where nothing stands.</summary>
    public string? TextOrNull(string column) => Text(column) is { Length: > 0 } text ? text : null;

    public bool Has(string column) => Text(column).Length > 0;

    /// <summary>The basis; null when it is none.</summary>
    public Basis? Basis => Code.TryParse<Basis>(Text(ImportColumns.Basis), out var basis) ? basis : null;

    /// <summary>The unit of the value: 亿元, %.</summary>
    public string Uom => cells.UomOf(Text(ImportColumns.Unit));

    /// <summary>The moment of publication that is written so; null when it is none.</summary>
    public DateTimeOffset? Date(string text) => _dates.Of(text);

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
    /// <param name="column">Its column.</param>
    /// <param name="parse">Reads it.</param>
    /// <param name="reason">What is wrong when it cannot be read.</param>
    /// <param name="allowed">What it may be, for the fault; null where the reason says it all.</param>
    public T? Optional<T>(string column, Func<string, T?> parse, FaultReason reason, Func<IReadOnlyList<string>>? allowed = null)
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
            Wrong(column, allowed is null ? new(reason) : new(reason, string.Join(", ", allowed())));
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
