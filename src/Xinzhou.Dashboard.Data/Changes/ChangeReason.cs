using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>What is asked of everybody who changes something that others rely on: the right to it, and a reason.</summary>
public static class ChangeReason
{
    /// <summary>The greatest length of a reason.</summary>
    public const int MaxLength = 300;

    /// <summary>Why somebody may not make a change; null if he may.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">The right that it takes.</param>
    /// <param name="reason">The reason that he gives.</param>
    /// <param name="isNeeded">False where no reason need be given.</param>
    public static ChangeRefusal? Refusal(Actor actor, Right right, string? reason, bool isNeeded = true)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return !actor.Role.Has(right) ? ChangeRefusal.WrongRole
            : isNeeded && string.IsNullOrWhiteSpace(reason) ? ChangeRefusal.ReasonMissing
            : reason?.Trim().Length > MaxLength ? ChangeRefusal.ReasonTooLong
            : null;
    }
}
