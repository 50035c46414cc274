namespace Xinzhou.Dashboard.Data.Model.Rules;

/// <summary>A validation rule in force.</summary>
internal sealed class RuleEntity
{
    /// <summary>Its code.</summary>
    public required string Code { get; init; }

    /// <summary>Where it stands.</summary>
    public required int Order { get; init; }

    /// <summary>What it says, as JSON.</summary>
    public required string Definition { get; set; }
}
