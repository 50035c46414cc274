using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Whether a form can be filled: every row asks for something there is, once, in a way that makes a figure.</summary>
public static partial class FormCheck
{
    /// <summary>The maximum number of rows of a form.</summary>
    public const int MaxRows = 300;

    /// <summary>The maximum length of a name.</summary>
    public const int MaxLength = 60;

    /// <summary>The stages that a released return can give.</summary>
    public static IReadOnlyList<Stage> Stages { get; } = [Stage.Flash, Stage.Preliminary, Stage.Final, Stage.Revised];

    /// <summary>How values of an indicator are counted in a quarter; two ways only for ratios.</summary>
    public static IReadOnlyList<RowTiming> TimingsOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Type switch
        {
            IndicatorType.Flow => [RowTiming.YearToDate],
            IndicatorType.Ratio => [RowTiming.YearToDate, RowTiming.PointInTime],
            _ => [RowTiming.PointInTime],
        };
    }

    /// <summary>What of an indicator is asked for.</summary>
    public static Measure MeasureOf(Indicator indicator)
    {
        ArgumentNullException.ThrowIfNull(indicator);
        return indicator.Type == IndicatorType.Ratio ? Measure.Share : Measure.Level;
    }

    /// <summary>What is wrong with a form; empty when it can be taken. Its rows are numbered from 1 in their order.</summary>
    public static IReadOnlyList<FormFault> Faults(ReturnForm form, IReadOnlyList<Department> departments, IReadOnlyList<KeyTask> tasks)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(departments);
        ArgumentNullException.ThrowIfNull(tasks);
        return
        [
            .. OfForm(form, departments),
            .. form.Rows.SelectMany(r => OfRow(r, form, tasks)),
            .. form.Rows.GroupBy(r => (r.Indicator?.Code, r.Unit?.Code, r.Task))
                .Where(g => g.Key is { Task: not null } or { Item1: not null, Item2: not null })
                .SelectMany(g => g.Skip(1)).Select(r => new FormFault(FormFaultReason.Twice, r.Number)),
        ];
    }

    private static IEnumerable<FormFault> OfForm(ReturnForm form, IReadOnlyList<Department> departments)
    {
        if (form.Code == "new" || !FormCode().IsMatch(form.Code)) yield return new(FormFaultReason.BadCode, null, form.Code);
        if (string.IsNullOrWhiteSpace(form.Name) || form.Name.Length > MaxLength || form.NameEn?.Length > 2 * MaxLength) yield return new(FormFaultReason.BadName, null, form.Name);
        if (!Stages.Contains(form.Stage)) yield return new(FormFaultReason.BadStage, null);
        if (form.Departments.Count == 0) yield return new(FormFaultReason.NoDepartments, null);
        foreach (var unknown in form.Departments.Where(d => departments.All(k => k.Code != d))) yield return new(FormFaultReason.UnknownDepartment, null, unknown);
        if (form.Rows.Count is 0 or > MaxRows) yield return new(FormFaultReason.BadRowCount, null);
    }

    private static IEnumerable<FormFault> OfRow(FormRow row, ReturnForm form, IReadOnlyList<KeyTask> tasks)
    {
        if (row.Decimals is < 0 or > 6) yield return new(FormFaultReason.BadDecimals, row.Number);
        if (row.Indent is < 0 or > 3) yield return new(FormFaultReason.BadIndent, row.Number);
        if (row.Task is { } task)
        {
            if (tasks.All(t => t.Number != task)) yield return new(FormFaultReason.UnknownTask, row.Number);
            if (row.Timing != RowTiming.PointInTime) yield return new(FormFaultReason.BadTiming, row.Number);
            if (row.AsksGrowth) yield return new(FormFaultReason.NoGrowth, row.Number);
            if (row.Uom != Uoms.Percent) yield return new(FormFaultReason.BadUom, row.Number, row.Uom);
            yield break;
        }

        if (row.Unit is null) yield return new(FormFaultReason.UnknownUnit, row.Number);
        if (row.Indicator is not { } indicator)
        {
            yield return new(FormFaultReason.UnknownIndicator, row.Number);
            yield break;
        }

        if (!TimingsOf(indicator).Contains(row.Timing)) yield return new(FormFaultReason.BadTiming, row.Number);
        if (Uoms.Factor(row.Uom, row.Measure == Measure.Share ? Uoms.Percent : indicator.Uom) is null) yield return new(FormFaultReason.BadUom, row.Number, row.Uom);
        if (row.AsksGrowth && row.Measure != Measure.Level) yield return new(FormFaultReason.NoGrowth, row.Number);
        if ((row.PartRow ?? row.TotalRow) is not null && !IsShare(row, form)) yield return new(FormFaultReason.BadShare, row.Number);
    }

    private static bool IsShare(FormRow row, ReturnForm form) =>
        row is { Measure: Measure.Share, PartRow: { } p, TotalRow: { } t } && p != t
        && form.Row(p) is { Measure: Measure.Level, Indicator: { } part, Unit: { } partUnit } partRow
        && form.Row(t) is { Measure: Measure.Level, Indicator: { } total, Unit: { } totalUnit } totalRow
        && partUnit.Code == row.Unit?.Code && totalUnit.Code == row.Unit?.Code
        && partRow.Timing == row.Timing && totalRow.Timing == row.Timing
        && Uoms.Factor(part.Uom, total.Uom) is not null;

    [GeneratedRegex("^[a-z][a-z0-9-]{1,39}$")]
    private static partial Regex FormCode();
}
