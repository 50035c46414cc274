using System.Security.Claims;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Api.Tokens;

/// <summary>Of whom a caller sees what not everybody sees.</summary>
/// <param name="IsOneUnit">He sees what concerns one unit only.</param>
/// <param name="Department">The code of that unit; null where he belongs to none, and sees nothing.</param>
public readonly record struct Viewer(bool IsOneUnit, string? Department)
{
    /// <summary>Whether he sees notices at all: by his role, and where he bears a token by its scope.</summary>
    public bool SeesNotices { get; init; }

    /// <summary>The caller of a request: a reporter sees what concerns his unit, everybody else what his right says.</summary>
    public static Viewer Of(ClaimsPrincipal caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        var viewer = Code.TryParse<Role>(caller.FindFirst(ClaimTypes.Role)?.Value, out var role) && role == Role.Reporter
            ? new Viewer(true, caller.FindFirst(CurrentUser.DepartmentClaim)?.Value)
            : default;
        return viewer with { SeesNotices = ScopeHandler.IsServed(caller, Right.SeeReturns, TokenScope.Supervision) };
    }
}
