using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>A return in the reviewer's list.</summary>
/// <param name="Summary">What every list says of it.</param>
/// <param name="Submissions">How often it was submitted.</param>
/// <param name="By">Who submitted it last; null before the first submission.</param>
/// <param name="SubmittedAt">When it was submitted last; null before the first submission.</param>
/// <param name="Correction">Why released figures are being corrected; null otherwise.</param>
/// <param name="Explained">The cells whose value the reporter has explained.</param>
/// <param name="IsOwn">The reader has entered something in it or submitted it, and so cannot decide on it.</param>
public sealed record ReviewItem(
    ReturnSummary Summary, int Submissions, string? By, DateTimeOffset? SubmittedAt, string? Correction, int Explained, bool IsOwn)
{
    /// <summary>True while it waits for the reviewer.</summary>
    public bool Waits => Summary.State == ReturnState.Submitted;

    /// <summary>True while its due date speaks to somebody: a correction is bound to none.</summary>
    public bool Presses => Correction is null && (Waits || Summary.State.IsOwed());
}
