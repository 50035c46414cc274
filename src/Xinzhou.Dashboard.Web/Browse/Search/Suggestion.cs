namespace Xinzhou.Dashboard.Web.Browse.Search;

/// <summary>What is offered while somebody types into the search field.</summary>
/// <param name="Text">What it is.</param>
/// <param name="Note">What is known of it; null where nothing is to be said.</param>
/// <param name="Href">Its page.</param>
public sealed record Suggestion(string Text, string? Note, string Href);
