using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Supervision;

/// <summary>单位督办台账: all notices that a unit leads.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Notices">Those that the reader sees: what is open first, then in the order in which they were issued.</param>
public sealed record UnitSheet(Department Unit, IReadOnlyList<Notice> Notices)
{
    /// <summary>The parameter of the address that names the unit.</summary>
    public const string UnitName = "unit";

    /// <summary>The sheet of a unit by its code or name; null if there is no such unit.</summary>
    /// <param name="now">The notices.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="unit">The code or name; empty for the reader's own unit.</param>
    public static UnitSheet? Of(NoticesNow now, Actor actor, string? unit)
    {
        ArgumentNullException.ThrowIfNull(now);
        ArgumentNullException.ThrowIfNull(actor);
        var asked = string.IsNullOrEmpty(unit) ? actor.Department : unit;
        return asked is not null && now.Plan.Department(asked) is { } found
            ? new(
                found,
                [.. now.SeenBy(actor).Where(n => n.Assignment.Lead == found.Code).OrderBy(n => n.IsClosed).ThenBy(n => n.Assignment.Id)])
            : null;
    }
}
