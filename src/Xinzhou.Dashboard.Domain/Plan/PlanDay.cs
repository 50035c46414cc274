namespace Xinzhou.Dashboard.Domain.Plan;

/// <summary>A day of the plan as its document words it.</summary>
/// <param name="Day">The day; null where the document names none (长期坚持), or where nothing is said any more.</param>
/// <param name="Text">The wording where it is no plain date: 2025年底, 长期坚持.</param>
public sealed record PlanDay(DateOnly? Day, string? Text = null);
