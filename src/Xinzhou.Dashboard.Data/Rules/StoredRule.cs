using Xinzhou.Dashboard.Domain.Rules;

namespace Xinzhou.Dashboard.Data.Rules;

/// <summary>A rule with its history.</summary>
/// <param name="Code">Its code.</param>
/// <param name="Versions">All its states, the newest first; at least one.</param>
public sealed record StoredRule(string Code, IReadOnlyList<RuleVersion> Versions)
{
    public RuleVersion Latest => Versions[0];

    /// <summary>False when it was taken out of force.</summary>
    public bool IsInForce => Latest.Definition is not null;

    /// <summary>What it says now, or said last.</summary>
    public RuleDefinition Definition => Versions.Select(v => v.Definition).First(d => d is not null)!;

    /// <summary>Since when it says what it says, or is out of force.</summary>
    public DateTimeOffset Since => Latest.At;
}
