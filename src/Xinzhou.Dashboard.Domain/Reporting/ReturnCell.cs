using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>A cell as it is stored.</summary>
/// <param name="Address">Where it stands.</param>
/// <param name="Entry">What is in it.</param>
/// <param name="Version">Grows with every change, from 1.</param>
/// <param name="By">Who changed it last.</param>
/// <param name="At">When.</param>
/// <param name="SentBack">The reviewer has sent it back, and it has not been changed or confirmed since; true again when the change is taken back.</param>
public sealed record ReturnCell(CellAddress Address, CellEntry Entry, int Version, Person By, DateTimeOffset At, bool SentBack);
