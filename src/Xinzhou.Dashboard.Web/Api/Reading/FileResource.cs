namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A file that is given out byte for byte: where it is, and what the description says of it.</summary>
/// <param name="Pattern">The path after <c>/api/v1/</c>.</param>
/// <param name="Group">The heading that it stands under in the description.</param>
/// <param name="Summary">What it is, in a line.</param>
/// <param name="MediaType">Its media type.</param>
/// <param name="Content">What stands in it.</param>
public sealed record FileResource(string Pattern, string Group, string Summary, string MediaType, Type Content);
