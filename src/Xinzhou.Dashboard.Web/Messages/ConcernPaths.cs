using Xinzhou.Dashboard.Domain.Deadlines;

namespace Xinzhou.Dashboard.Web.Messages;

/// <summary>Where a person acts on what concerns him, or at least sees it.</summary>
internal static class ConcernPaths
{
    /// <summary>The queue of everybody who has duties.</summary>
    public const string Queue = "/todo";

    /// <summary>The path below the base of the site, without a query.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="reference">Which one, as its kind names it; null where several are meant.</param>
    /// <param name="role">Who goes there.</param>
    public static string Of(ConcernKind kind, string? reference, Role role) => (kind, reference) switch
    {
        (ConcernKind.Return, { } id) => role == Role.Reviewer ? $"/review/{id}" : role.Has(Right.SeeReturns) ? $"/returns/{id}" : Queue,
        (ConcernKind.CheckIns, _) => role.Has(Right.EnterReturns) || role.Has(Right.RunSupervision) ? "/plan/check-ins" : "/tasks",
        (ConcernKind.Item, { } item) when item.Split('/') is [var task, var number] => $"/tasks/{task}#item-{number}",
        (ConcernKind.Task, { } task) => $"/tasks/{task}",
        (ConcernKind.Target, { } key) => role.Has(Right.SetTargets) || role.Has(Right.EditPlan) ? $"/plan/targets/{key}" : $"/plan/targets/{key}/pledge",
        (ConcernKind.Target, null) when role.Has(Right.SetTargets) => "/plan/targets",
        (ConcernKind.Notice, { } number) => role.Has(Right.SeeReturns) ? $"/supervision/{number}" : Queue,
        (ConcernKind.ReviewMatter, { } matter) => $"/reviews/{matter.Split('/')[0]}",
        (ConcernKind.Review, { } review) => $"/reviews/{review}",
        (ConcernKind.Item or ConcernKind.Task, _) => "/tasks/register",
        (ConcernKind.Milestone, _) => "/milestones",
        _ => Queue,
    };

    /// <summary>The parameter that the place is asked with; null where the path says all.</summary>
    public static (string Name, string? Value)? QueryOf(ConcernKind kind, string? reference) =>
        kind == ConcernKind.CheckIns && reference is not null ? ("quarter", reference) : null;
}
