using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A form to be filled by a department for a quarter.</summary>
public sealed record Return
{
    public required int Id { get; init; }
    public required ReturnForm Form { get; init; }
    public required Quarter Quarter { get; init; }
    public required Department Department { get; init; }
    public required ReturnState State { get; init; }

    /// <summary>Grows with every change of state.</summary>
    public required int Version { get; init; }
    public required ReturnDates Dates { get; init; }

    /// <summary>When it was submitted first; null for not yet.</summary>
    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>When it was released last; null for not yet.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Why released figures are being corrected; null otherwise.</summary>
    public string? Correction { get; init; }

    public required IReadOnlyDictionary<CellAddress, ReturnCell> Cells { get; init; }

    public IReadOnlyList<ReturnComment> Comments { get; init; } = [];

    /// <summary>The newest submission; null before the first.</summary>
    public ReturnSubmission? LastSubmission { get; init; }

    /// <summary>True while the reporter may enter at a moment.</summary>
    public bool TakesEntriesAt(DateTimeOffset now) => State.TakesEntries() && (State == ReturnState.Correcting || now < Dates.ClosesAt);

    /// <summary>What the source of its figures is called, which is its identity as a source.</summary>
    public string SourceText => ReturnSource.TextOf(Form.Name, Department, Quarter);

    /// <summary>True when a reviewer has sent back what was submitted last of a cell, and an entry says that again.</summary>
    public bool IsSentBack(CellAddress address, CellEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return LastSubmission is { } last
            && Comments.Any(c => c.SendsBack && c.Cell == address && c.At >= last.At)
            && entry.SaysTheSame(last.Cells.GetValueOrDefault(address) ?? CellEntry.Empty);
    }

    /// <summary>True when somebody has entered a cell that stands in it.</summary>
    public bool HasEntriesOf(Guid person) => Cells.Values.Any(c => c.By.Id == person);
}
