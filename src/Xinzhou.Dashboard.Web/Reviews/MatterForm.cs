namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What is sent to note a matter that a review decides.</summary>
public sealed class MatterForm
{
    public string? Text { get; set; }

    /// <summary>The code of the unit that owes it.</summary>
    public string? Owner { get; set; }

    public string? Person { get; set; }

    public DateOnly? Due { get; set; }
}
