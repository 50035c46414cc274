using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>Who may do what with a return (PRODUCT, People and rights). The database holds to it too.</summary>
public static class ReturnRights
{
    /// <summary>A reporter enters, submits, takes back and corrects for his department.</summary>
    public static ReturnRefusal? Enter(Actor actor, string department)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role != Role.Reporter ? ReturnRefusal.WrongRole
            : actor.Department != department ? ReturnRefusal.WrongDepartment
            : null;
    }

    /// <summary>A reviewer sends back and releases, but never what he has entered or submitted himself.</summary>
    public static ReturnRefusal? Review(Actor actor, bool hasEntered)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role != Role.Reviewer ? ReturnRefusal.WrongRole
            : hasEntered ? ReturnRefusal.OwnEntry
            : null;
    }

    /// <summary>A reporter sees the returns of his department; reviewers, leaders, the inspection office, the system administrator and the auditor see all.</summary>
    public static bool See(Actor actor, string department)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Role.Has(Right.SeeReturns) && (actor.Role != Role.Reporter || actor.Department == department);
    }

    /// <summary>
    /// What somebody is answered of a return that he does not see, be it there or not: of what is not his nobody learns whether
    /// it exists, nor how it stands. Asked before anything else.
    /// </summary>
    /// <param name="actor">Who.</param>
    /// <param name="department">The department of the return; null if there is no such return.</param>
    public static ReturnRefusal? Unseen(Actor actor, string? department)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return !actor.Role.Has(Right.SeeReturns) ? ReturnRefusal.WrongRole
            : actor.Role == Role.Reporter && (department is null || actor.Department != department) ? ReturnRefusal.WrongDepartment
            : department is null ? ReturnRefusal.NotFound
            : null;
    }
}
