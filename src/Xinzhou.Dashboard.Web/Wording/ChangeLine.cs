using Xinzhou.Dashboard.Domain.Changes;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>One thing that is otherwise than at an earlier moment, in the language of the page.</summary>
public sealed record ChangeLine
{
    public required ChangeKind Kind { get; init; }

    /// <summary>What became of it, as a code: worse, better; revised, withdrawn; set, moved, terms; added, restored, rescheduled; unit, person; opened, closed, reopened, escalated.</summary>
    public required string Change { get; init; }

    /// <summary>What it is of, as a path: tasks/3, items/3/2, targets/f0000000012, figures/f0000000012, supervision/2026-012.</summary>
    public required string Subject { get; init; }

    /// <summary>The name of it.</summary>
    public required string Name { get; init; }

    /// <summary>Since when.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>What it was, as a code or in words; null where there was nothing.</summary>
    public string? From { get; init; }

    /// <summary>What it is; null where there is nothing.</summary>
    public string? To { get; init; }

    /// <summary>Why; empty for what is a cause itself, as an act of somebody.</summary>
    public IReadOnlyList<TurnCause> Causes { get; init; } = [];

    /// <summary>Of a light: its turns, the earliest first.</summary>
    public IReadOnlyList<LightStep> Steps { get; init; } = [];

    /// <summary>Of a light: that it turned, with both lights; else null.</summary>
    public TurnedLight? Turned { get; init; }

    /// <summary>All of it as a sentence.</summary>
    public required string Text { get; init; }
}
