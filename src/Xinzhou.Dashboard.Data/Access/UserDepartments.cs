using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Model;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>Which departments a user may act for.</summary>
public static class UserDepartments
{
    /// <summary>The code of the first department; null if there is none.</summary>
    public static Task<string?> FirstDepartmentAsync(this DashboardContext context, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Departments.OrderBy(d => d.Order).ThenBy(d => d.Code).Select(d => d.Code).FirstOrDefaultAsync(cancellation);
    }

    /// <summary>Whether there is a department of the code.</summary>
    public static Task<bool> HasDepartmentAsync(this DashboardContext context, string code, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Departments.AnyAsync(d => d.Code == code, cancellation);
    }

    /// <summary>Whether there are departments at all.</summary>
    public static Task<bool> HasDepartmentsAsync(this DashboardContext context, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        return context.Departments.AnyAsync(cancellation);
    }
}
