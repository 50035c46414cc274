using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Catalogue;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Cataloguing;

/// <summary>The departments that report, kept by the system administrator.</summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class DepartmentCatalogue(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    internal const string Action = "department.set";

    /// <summary>All departments, in their order.</summary>
    public async Task<IReadOnlyList<StoredDepartment>> AllAsync(CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await Stored(context, context.Departments.OrderBy(d => d.Order).ThenBy(d => d.Code)).ToListAsync(cancellation);
    }

    /// <summary>
    /// Changes name or order of a department, enters a new one, or gives a code to one that was entered by its name alone; a code that it has
    /// is not changed.
    /// </summary>
    /// <param name="department">As it is to be; its code tells which.</param>
    /// <param name="seen">The version that was seen; null for a new one.</param>
    /// <param name="reason">Why; 1–300 letters.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<ChangeOutcome<CatalogueFault>> SaveAsync(
        Department department, int? seen, string? reason, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(department);
        if (ChangeReason.Refusal(actor, Right.KeepCatalogue, reason) is { } refusal) return refusal;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Catalogue, cancellation);
        // Returns are opened under this lock: none comes between the question and the change.
        await change.LockAsync(ChangeLock.Calendar, cancellation);
        var held = await Stored(change.Context, change.Context.Departments.AsNoTracking().Where(d => d.Code == department.Code)).SingleOrDefaultAsync(cancellation);
        if (SeenVersion.Refusal(held?.Version, seen) is { } outdated) return outdated;
        if (Faults(department, held) is { Count: > 0 } faults) return new(ChangeRefusal.Faulty, faults);
        if (await change.Context.Departments.AnyAsync(d => d.Name == department.Name && d.Code != department.Code, cancellation)) return ChangeRefusal.NameTaken;
        if (NewCode(department, held) is { } code && await change.Context.Departments.AnyAsync(d => d.Code == code || d.GivenCode == code, cancellation)) return ChangeRefusal.Taken;
        if (held?.Department == department) return ChangeRefusal.Unchanged;
        change.Context.Put(department, held?.Version);
        change.Audit(Action, Subject(department.Code), new { reason = reason!.Trim(), before = held?.Department, after = department });
        await change.CommitAsync(cancellation);
        return new();
    }

    internal static string Subject(string code) => $"department {code}";

    /// <summary>The code that is held nowhere yet; null where there is none.</summary>
    private static string? NewCode(Department department, StoredDepartment? held) =>
        held is null ? department.Code : department.GivenCode == held.Department.GivenCode ? null : department.GivenCode;

    private static IReadOnlyList<CatalogueFault> Faults(Department department, StoredDepartment? held) =>
    [
        .. held is null && !CatalogueCheck.IsDepartmentCode(department.Code) ? new CatalogueFault[] { new(CatalogueFaultReason.BadCode, department.Code) } : [],
        .. held is not null && department.GivenCode != held.Department.GivenCode
            && (held.Department.GivenCode is not null || CatalogueCheck.IsDepartmentCode(held.Department.Code) || !CatalogueCheck.IsDepartmentCode(department.GivenCode!))
            ? new CatalogueFault[] { new(CatalogueFaultReason.BadCode, department.GivenCode ?? "") } : [],
        .. CatalogueCheck.OfNames(department.Name, null, []),
        .. department.Order < 0 ? new CatalogueFault[] { new(CatalogueFaultReason.BadOrder) } : [],
        .. held is { Returns: > 0 } && held.Department.Name != department.Name
            ? new CatalogueFault[] { new(CatalogueFaultReason.ReturnsCarryName, held.Department.Name) } : [],
    ];

    private static IQueryable<StoredDepartment> Stored(DashboardContext context, IQueryable<Department> departments) =>
        departments.Select(d => new StoredDepartment(
            d,
            EF.Property<int>(d, CatalogueConfiguration.Version),
            context.FormDepartments.Where(f => f.DepartmentCode == d.Code && f.Active)
                .Join(context.Forms, f => f.FormCode, f => f.Code, (_, form) => form).OrderBy(f => f.Order).Select(f => f.Name).ToList(),
            context.Returns.Count(r => r.DepartmentCode == d.Code),
            context.Users.Count(u => u.DepartmentCode == d.Code && u.DisabledAt == null)));
}
