namespace Xinzhou.Dashboard.Web.Reviews;

/// <summary>What is sent to note how a matter stands.</summary>
public sealed class ReportForm
{
    /// <summary>The number of the matter.</summary>
    public long Matter { get; set; }

    /// <summary>The code of the state.</summary>
    public string? State { get; set; }

    public string? Text { get; set; }
}
