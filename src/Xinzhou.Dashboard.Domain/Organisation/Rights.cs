
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>
/// Which role holds which right. A person has one role, so what stands in two columns here cannot be done by one
/// person: no administrator enters or releases, nobody releases what he may enter, and the three administrations
/// (三员分立) are three people.
/// </summary>
public static class Rights
{
    private static readonly Dictionary<Role, Right[]> Table = new()
    {
        [Role.Viewer] = [Right.Read],
        [Role.Reporter] = [Right.Read, Right.SeeReturns, Right.EnterReturns],
        [Role.Reviewer] = [Right.Read, Right.SeeReturns, Right.ReviewReturns, Right.CorrectFigures],
        [Role.Leader] = [Right.Read, Right.SeeReturns, Right.SetTargets, Right.SignReviews],
        [Role.Supervisor] = [Right.Read, Right.SeeReturns, Right.EditPlan, Right.KeepChains, Right.RunSupervision],
        [Role.Admin] = [Right.Read, Right.SeeReturns, Right.KeepChains, Right.KeepCatalogue],
        [Role.Security] = [Right.Read, Right.KeepUsers],
        [Role.Auditor] = [Right.Read, Right.SeeReturns, Right.ReadAudit],
    };

    /// <summary>Whether a role holds a right.</summary>
    public static bool Has(this Role role, Right right) => Table[role].Contains(right);

    /// <summary>What a role may do, in the order of declaration.</summary>
    public static IReadOnlyList<Right> Of(Role role) => Table[role];

    /// <summary>The roles that hold a right: one at least.</summary>
    public static IReadOnlyList<Role> Holders(Right right) => [.. Table.Where(r => r.Value.Contains(right)).Select(r => r.Key)];
}
