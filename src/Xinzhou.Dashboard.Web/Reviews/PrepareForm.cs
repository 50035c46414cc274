namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What is sent to call a review.</summary>
public sealed class PrepareForm
{
    /// <summary>The code of what is to be reviewed.</summary>
    public string? Subject { get; set; }

    /// <summary>The day that it is planned for.</summary>
    public DateOnly? HeldOn { get; set; }
}
