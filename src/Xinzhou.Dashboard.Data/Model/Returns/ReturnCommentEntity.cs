using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Model.Returns;

/// <summary>Something said about a return or one of its cells. Only ever inserted.</summary>
internal sealed class ReturnCommentEntity
{
    /// <summary>Given by the database.</summary>
    public long Id { get; init; }

    /// <summary>The return.</summary>
    public required int ReturnId { get; init; }

    /// <summary>The row; null if it is about the whole return.</summary>
    public int? RowNumber { get; init; }

    /// <summary>The field of the row; null if it is about the whole return.</summary>
    public CellField? Field { get; init; }

    /// <summary>True if the cell was sent back with it.</summary>
    public required bool SendsBack { get; init; }

    /// <summary>What is said.</summary>
    public required string Text { get; init; }

    /// <summary>Who.</summary>
    public required Guid By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Who.</summary>
    public User Author { get; init; } = null!;
}
