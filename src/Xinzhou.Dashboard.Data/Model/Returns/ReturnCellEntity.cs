using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>A cell as it stands.</summary>
internal sealed class ReturnCellEntity
{
    /// <summary>The return.</summary>
    public required int ReturnId { get; init; }

    /// <summary>The row of its form.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The field of the row.</summary>
    public required CellField Field { get; init; }

    /// <summary>What is entered.</summary>
    public required CellEntry Entry { get; set; }

    /// <summary>Grows with every change.</summary>
    public int Version { get; set; } = 1;

    /// <summary>Who changed it last.</summary>
    public required Guid ChangedBy { get; set; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; set; }

    /// <summary>True until the reporter has changed or confirmed what a reviewer sent back.</summary>
    public bool SentBack { get; set; }

    /// <summary>Who changed it last.</summary>
    public User Author { get; init; } = null!;
}
