using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>How the grid words rows, values and what is wrong with them, in the language of the page.</summary>
/// <param name="words">The words.</param>
/// <param name="refusals">The sentences of refusals.</param>
public sealed class EntryText(IStringLocalizer<EntryWords> words, Refusals refusals)
{
    /// <summary>A value as it stands in a table: with its digits and a real minus.</summary>
    public static string Number(decimal value) => value.ToString(CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>A change as it stands in a table: with its sign, 0 without one.</summary>
    public static string Change(decimal change) => change > 0 ? $"+{Number(change)}" : Number(change);

    /// <summary>A published figure in the unit of a row; null if there is none, or no conversion is known.</summary>
    public static string? Number(Figure? figure, string uom)
    {
        if (figure?.Value is not { } value) return null;
        if (figure.Uom == uom) return Number(value);
        return Uoms.Convert(value, figure.Uom, uom) is { } converted ? Number(converted / 1.000000000000000000000000000m) : null;
    }

    /// <summary>The text of an entry as the input shows it and reads it again.</summary>
    public string Input(CellEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Blank is { } blank ? Blank(blank) : entry.Value?.ToString(CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>An entry in a table.</summary>
    public string Table(CellEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry.Blank is { } blank ? Blank(blank) : entry.Value is { } value ? Number(value) : "—";
    }

    /// <summary>未发生, 未取得, 不适用.</summary>
    public string Blank(BlankReason blank) => words[blank.ToString()];

    /// <summary>The reason of absence that a text names in the language of the page; null for another text.</summary>
    public BlankReason? BlankOf(string text) =>
        Enum.GetValues<BlankReason>().Cast<BlankReason?>().FirstOrDefault(b => string.Equals(Blank(b!.Value), text.Trim(), StringComparison.OrdinalIgnoreCase));

    /// <summary>What a row is about: the indicator, or the task; with its unit where that is not the city.</summary>
    /// <param name="row">The row.</param>
    /// <param name="view">The return.</param>
    /// <param name="withUnit">False to leave the unit out.</param>
    public string Name(FormRow row, EntryView view, bool withUnit = true)
    {
        ArgumentNullException.ThrowIfNull(row);
        ArgumentNullException.ThrowIfNull(view);
        if (row.Task is { } number)
        {
            return Task(number, view.Snapshot.PlanAt(new(view.Now)).Task(number)?.Title ?? "");
        }

        var name = Names.Of(row.Indicator!);
        return !withUnit || row.Unit!.Level == UnitLevel.City ? name : $"{Names.Of(row.Unit)} {name}";
    }

    /// <summary>任务3 促进文旅康养产业融合发展.</summary>
    public string Task(int number, string title) => words["Task", number, title];

    /// <summary>Whether the name of a row is Chinese on an English page.</summary>
    public static bool IsChinese(FormRow row) => row?.Task is not null || row?.Indicator?.NameEn is null;

    /// <summary>亿元 · 1位 · 时点.</summary>
    public string Unit(FormRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        var parts = new List<string> { Names.EntryUom(row.Uom), words["Decimals", row.Decimals] };
        if (row.Timing == RowTiming.PointInTime && row.Task is null) parts.Add(words["PointInTime"]);
        return string.Join(" · ", parts.Where(p => p.Length > 0));
    }

    /// <summary>本期累计, 期末时点, 形象进度, 同比.</summary>
    public string Field(FormRow row, CellField field)
    {
        ArgumentNullException.ThrowIfNull(row);
        return words[field == CellField.Growth ? "FieldGrowth" : row.Task is not null ? "FieldProgress" : $"Field{row.Timing}"];
    }

    /// <summary>第3行 本期累计.</summary>
    public string Place(FormRow row, CellField field) => words["RowAndField", row?.Number ?? 0, Field(row!, field)];

    /// <summary>Why a text is no value, and what would be right.</summary>
    public string Fault(EntryFault fault, string uom) => words[fault.ToString(), Names.EntryUom(uom) is { Length: > 0 } name ? name : uom];

    /// <summary>What is said of a value with more decimals than are asked for, whichever way it comes in.</summary>
    /// <param name="decimals">The decimals asked for.</param>
    public string MoreDecimals(int decimals) => words["MoreDecimals", decimals];

    /// <summary>Why a change was refused.</summary>
    public string Refusal(ReturnRefusal refusal) => refusals.Sentence(refusal);

    private static IEnumerable<Finding> Open(SheetCell cell)
    {
        ArgumentNullException.ThrowIfNull(cell);
        return cell.Findings.Where(f => f.Severity == Severity.Error || (f.Severity == Severity.Warning && !cell.Entry.IsExplained));
    }

    /// <summary>The worst that is wrong with a cell; null when nothing is.</summary>
    public string? Wrong(SheetCell cell, FormRow row)
    {
        ArgumentNullException.ThrowIfNull(cell);
        ArgumentNullException.ThrowIfNull(row);
        return cell.Worst is { } worst ? worst.Message.Text(Languages.IsEnglish)
            : row.Task is not null && cell.State == CellState.Error ? words["ProgressRange"].Value
            : null;
    }

    /// <summary>All that rules say of a cell which is not answered, in one sentence; null when nothing is wrong.</summary>
    public string? AllWrong(SheetCell cell, FormRow row)
    {
        var found = Open(cell).Select(f => f.Message.Text(Languages.IsEnglish)).ToArray();
        return found.Length > 0 ? string.Join(words["Semicolon"], found) : Wrong(cell, row);
    }

    /// <summary>How that was found, where the sentences do not say it; null when they do.</summary>
    public string? Why(SheetCell cell)
    {
        var found = Open(cell).Select(f => f.Why?.Text(Languages.IsEnglish)).OfType<string>().ToArray();
        return found.Length > 0 ? string.Join(words["Semicolon"], found) : null;
    }

    /// <summary>The moment in Asia/Shanghai, as short as it can be said: 14:02 today, else 11-20 09:41, else with the year.</summary>
    public static string Moment(DateTimeOffset moment, DateTimeOffset now)
    {
        var (then, today) = (moment.ToOffset(Shanghai.Offset), now.ToOffset(Shanghai.Offset));
        return then.ToString(then.Date == today.Date ? "HH:mm" : then.Year == today.Year ? "MM-dd HH:mm" : "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
    }
}
