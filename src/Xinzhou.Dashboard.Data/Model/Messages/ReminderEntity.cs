namespace Xinzhou.Dashboard.Data.Model.Messages;

/// <summary>An occasion that people were told of by itself. Only ever inserted.</summary>
internal sealed class ReminderEntity
{
    /// <summary>What it was: <c>item_late item 3/2 gxj 2026-10-15</c>, <c>digest 2026-W42</c>.</summary>
    public required string Occasion { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset RemindedAt { get; init; }
}
