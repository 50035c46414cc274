using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>报表: what a department reports each quarter.</summary>
public sealed record ReturnForm
{
    public required string Code { get; init; }
    public required string Name { get; init; }
    public string? NameEn { get; init; }

    /// <summary>The stage of the figures that a released return gives: flash, preliminary, final or revised.</summary>
    public required Stage Stage { get; init; }

    /// <summary>In their order.</summary>
    public required IReadOnlyList<FormRow> Rows { get; init; }

    /// <summary>The codes of the departments that report it.</summary>
    public IReadOnlyList<string> Departments { get; init; } = [];

    /// <summary>False when no more returns are opened.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Grows with every change; a return keeps the version that it was opened with.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The row of a number; null if there is none.</summary>
    public FormRow? Row(int number) => Rows.FirstOrDefault(r => r.Number == number);
}
