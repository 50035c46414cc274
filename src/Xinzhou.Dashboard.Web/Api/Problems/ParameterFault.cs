namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>A parameter that cannot be read.</summary>
/// <param name="Parameter">Its name.</param>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Found">The value as given.</param>
/// <param name="Expected">What would be right.</param>
public sealed record ParameterFault(string Parameter, string Code, string Found, string Expected);
