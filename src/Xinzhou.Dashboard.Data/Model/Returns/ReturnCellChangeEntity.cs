using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>A change of a cell. Only ever inserted.</summary>
internal sealed class ReturnCellChangeEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The return.</summary>
    public required int ReturnId { get; init; }

    /// <summary>The row of its form.</summary>
    public required int RowNumber { get; init; }

    /// <summary>The field of the row.</summary>
    public required CellField Field { get; init; }

    /// <summary>The version that it made.</summary>
    public required int Version { get; init; }

    /// <summary>What was entered.</summary>
    public required CellEntry Entry { get; init; }

    /// <summary>Who.</summary>
    public required Guid ChangedBy { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset ChangedAt { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}
