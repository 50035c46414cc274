using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>One state of a form.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Name">What it was called.</param>
/// <param name="Rows">How many rows it had.</param>
/// <param name="Returns">How many returns were opened with it.</param>
/// <param name="First">The first quarter that returns were opened for with it; null if there is none.</param>
/// <param name="Last">The last of these quarters.</param>
/// <param name="By">Who; null for a form entered by other ways.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null for the first.</param>
public sealed record FormVersion(
    int Number, string Name, int Rows, int Returns, Quarter? First, Quarter? Last, Person? By, DateTimeOffset At, string? Reason);
