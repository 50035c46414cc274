namespace Xinzhou.Dashboard.Data.Model.Plan;

/// <summary>A part of a key task as the file of the plan words it; what is said of it since are statements.</summary>
internal sealed class ArticleWorkItem
{
    public required int TaskNumber { get; init; }

    /// <summary>The place in its task, from 1.</summary>
    public required int Order { get; init; }

    public required string Text { get; init; }
}
