namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>What is wrong with what is to be said of a review.</summary>
/// <param name="Reason">What.</param>
/// <param name="Dimension">The code of the dimension that it is about; null where it is about none.</param>
public sealed record ReviewFault(ReviewReason Reason, string? Dimension = null)
{
    public static implicit operator ReviewFault(ReviewReason reason) => new(reason);
}
