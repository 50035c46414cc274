using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>Reads forms: as they are now, or in the version that a return was opened with.</summary>
internal static class FormReader
{
    /// <summary>All forms as they are now, in their order.</summary>
    public static Task<IReadOnlyList<ReturnForm>> AllAsync(DashboardContext context, Catalogue catalogue, CancellationToken cancellation) =>
        ReadAsync(context.FormVersions.Where(v => v.Version == v.Form.Version), catalogue, cancellation);

    /// <summary>A form as it is now; null when there is none of the code.</summary>
    public static async Task<ReturnForm?> FindAsync(DashboardContext context, Catalogue catalogue, string code, CancellationToken cancellation) =>
        (await ReadAsync(context.FormVersions.Where(v => v.FormCode == code && v.Version == v.Form.Version), catalogue, cancellation)).SingleOrDefault();

    /// <summary>A form in one version; null when there is none.</summary>
    public static async Task<ReturnForm?> FindAsync(
        DashboardContext context, Catalogue catalogue, string code, int version, CancellationToken cancellation) =>
        (await ReadAsync(context.FormVersions.Where(v => v.FormCode == code && v.Version == version), catalogue, cancellation)).SingleOrDefault();

    /// <summary>A row of a form.</summary>
    internal static FormRow Row(FormRowEntity row, Catalogue catalogue) => new()
    {
        Number = row.Number,
        Indicator = row.IndicatorCode is { } indicator ? catalogue.Indicator(indicator) : null,
        Unit = row.UnitCode is { } unit ? catalogue.Unit(unit) : null,
        Task = row.TaskNumber,
        Measure = row.Measure ?? default,
        Timing = row.Timing,
        Uom = row.Uom,
        Decimals = row.Decimals,
        AsksGrowth = row.AsksGrowth,
        Indent = row.Indent,
        PartRow = row.PartRow,
        TotalRow = row.TotalRow,
    };

    private static async Task<IReadOnlyList<ReturnForm>> ReadAsync(
        IQueryable<FormVersionEntity> which, Catalogue catalogue, CancellationToken cancellation)
    {
        var forms = await which.AsNoTracking().OrderBy(v => v.Form.Order).Select(v => new
        {
            v.FormCode,
            v.Name,
            v.NameEn,
            v.Stage,
            v.Form.Active,
            v.Version,
            Rows = v.Rows.OrderBy(r => r.Number).ToList(),
            Departments = v.Form.Departments.Where(d => d.Active).OrderBy(d => d.Department.Order).Select(d => d.DepartmentCode).ToList(),
        }).AsSplitQuery().ToListAsync(cancellation);
        return
        [
            .. forms.Select(v => new ReturnForm
            {
                Code = v.FormCode,
                Name = v.Name,
                NameEn = v.NameEn,
                Stage = v.Stage,
                Active = v.Active,
                Version = v.Version,
                Rows = [.. v.Rows.Select(r => Row(r, catalogue))],
                Departments = v.Departments,
            }),
        ];
    }
}
