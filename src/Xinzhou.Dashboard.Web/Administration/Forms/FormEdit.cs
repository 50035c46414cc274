using System.Globalization;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

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

    /// <summary>The version that was seen; null for a new form.</summary>
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
        };
    }

    public static FormEdit Read(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new()
        {
            Code = form["code"].ToString().Trim(),
            Name = form["name"].ToString().Trim(),
            NameEn = form["nameEn"].ToString().Trim() is { Length: > 0 } english ? english : null,
            Stage = Domain.Code.TryParse<Stage>(form["stage"], out var stage) ? stage : Stage.Unstated,
            Active = form["active"] == "true",
            Departments = [.. form["departments"].OfType<string>().Distinct()],
            Rows = [.. form["row"].Select(r => RowEdit.Read(r, form)).OfType<RowEdit>().DistinctBy(r => r.Key)],
            Reason = form["reason"],
            Seen = RowEdit.Number(form["seen"]),
        };
    }

    /// <summary>The form after a button was pressed: up-3, down-3, remove-3, add, sort. Rows are put in order first.</summary>
    /// <param name="act">The value of the button; with the key of a row.</param>
    /// <param name="sent">What was sent, for what is added.</param>
    /// <param name="catalogue">Knows how indicators are usually reported.</param>
    public FormEdit After(string act, IFormCollection sent, Catalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(act);
        ArgumentNullException.ThrowIfNull(sent);
        ArgumentNullException.ThrowIfNull(catalogue);
        var rows = Rows.Select((row, place) => (Row: row, Place: place))
            .OrderBy(r => decimal.TryParse(r.Row.Order, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var order) ? order : r.Place + 1)
            .ThenBy(r => r.Place).Select(r => r.Row with { Order = null }).ToList();
        var at = act.Split('-') is [_, var key] ? rows.FindIndex(r => r.Key == RowEdit.Number(key)) : -1;
        if (act.StartsWith("up-", StringComparison.Ordinal) && at > 0) (rows[at - 1], rows[at]) = (rows[at], rows[at - 1]);
        else if (act.StartsWith("down-", StringComparison.Ordinal) && at >= 0 && at < rows.Count - 1) (rows[at + 1], rows[at]) = (rows[at], rows[at + 1]);
        else if (act.StartsWith("remove-", StringComparison.Ordinal) && at >= 0) Remove(rows, at);
        else if (act == "add") rows.AddRange(Added(sent, catalogue));
        return this with { Rows = rows };
    }

    /// <summary>The form that is meant.</summary>
    public ReturnForm ToForm(Catalogue catalogue)
    {
        var places = Rows.Select((r, i) => (r.Key, Place: i + 1)).ToDictionary(r => r.Key, r => r.Place);
        return new()
        {
            Code = Code,
            Name = Name,
            NameEn = NameEn,
            Stage = Stage,
            Active = Active,
            Departments = Departments,
            Rows = [.. Rows.Select((r, i) => r.ToRow(i + 1, key => places.TryGetValue(key, out var place) ? place : null, catalogue))],
        };
    }

    // A share that was computed from the row is asked for then.
    private static void Remove(List<RowEdit> rows, int at)
    {
        var key = rows[at].Key;
        rows.RemoveAt(at);
        for (var i = 0; i < rows.Count; i++)
        {
            if (rows[i].Part == key || rows[i].Total == key) rows[i] = rows[i] with { Part = null, Total = null };
        }
    }

    private IEnumerable<RowEdit> Added(IFormCollection sent, Catalogue catalogue)
    {
        var key = Rows.Select(r => r.Key).DefaultIfEmpty().Max();
        if (catalogue.Indicator(sent["add-indicator"].ToString()) is { } indicator)
        {
            foreach (var unit in sent["add-units"].OfType<string>().Where(u => catalogue.Unit(u) is not null).Distinct())
            {
                yield return RowEdit.Of(++key, indicator, unit);
            }
        }

        foreach (var task in sent["add-tasks"].Select(RowEdit.Number).OfType<int>().Distinct())
        {
            yield return RowEdit.Of(++key, task);
        }
    }
}
