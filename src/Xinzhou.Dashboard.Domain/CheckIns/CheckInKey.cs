using System.Globalization;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.CheckIns;

/// <summary>What a check-in is of: a work item and a quarter.</summary>
/// <param name="Task">序号 of the task.</param>
/// <param name="Item">工作序号.</param>
/// <param name="Quarter">At whose end it stood so.</param>
public readonly record struct CheckInKey(int Task, int Item, Quarter Quarter)
{
    /// <summary>3/2 2026-Q3.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Task}/{Item} {Quarter.Code}");
}
