namespace Xinzhou.Dashboard.Web.Shell.Parts;

/// <summary>One task as one brick.</summary>
/// <param name="Number">What stands on it.</param>
/// <param name="Title">The title of the task, for those who point at it or hear it.</param>
/// <param name="Href">To the task.</param>
/// <param name="Placeholder">Dashed: the content is not published.</param>
/// <param name="Current">The one the page is about.</param>
public sealed record Brick(int Number, string Title, string Href, bool Placeholder, bool Current = false);
