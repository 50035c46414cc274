using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What was noted of a matter; never changed, the last holds.</summary>
/// <param name="Id">Grows in the order of recording.</param>
/// <param name="Matter">The number of the matter.</param>
/// <param name="State">How it stands.</param>
/// <param name="Text">What was done, or why not.</param>
/// <param name="By">Who noted it.</param>
/// <param name="At">When.</param>
public sealed record MatterReport(long Id, long Matter, MatterState State, string Text, Person By, DateTimeOffset At);
