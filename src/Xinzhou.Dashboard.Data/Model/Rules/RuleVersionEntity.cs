using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Data.Model.Rules;

/// <summary>A state of a validation rule. Only ever inserted.</summary>
internal sealed class RuleVersionEntity
{
    /// <summary>Given by the database; grows with every change of any rule.</summary>
    public long Id { get; init; }

    /// <summary>The code of the rule.</summary>
    public required string Code { get; init; }

    /// <summary>What it says, as JSON; null when it was taken out of force.</summary>
    public string? Definition { get; init; }

    /// <summary>Who; null if it came with the product.</summary>
    public Guid? ChangedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>Who.</summary>
    public User? Author { get; init; }
}
