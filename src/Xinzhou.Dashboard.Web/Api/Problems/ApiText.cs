using System.Diagnostics.CodeAnalysis;

namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>Names the resources with the words of the API.</summary>
[SuppressMessage("Design", "CA1052", Justification = "A type argument of IStringLocalizer, which no static class can be.")]
public sealed class ApiText;
