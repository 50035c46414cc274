using System.Text.Json.Serialization;

namespace Xinzhou.Dashboard.Web.Api.Problems;

/// <summary>Why there is no answer: problem details by RFC 9457.</summary>
/// <param name="Type">Names the kind of problem; not an address.</param>
/// <param name="Title">The kind of problem, in words.</param>
/// <param name="Status">The HTTP status code.</param>
/// <param name="Detail">What is wrong with this request and what would be right.</param>
/// <param name="Code">The kind of problem, for programs.</param>
public sealed record Problem(string Type, string Title, int Status, string Detail, string Code)
{
    public const string ContentType = "application/problem+json";

    /// <summary>Each parameter at fault; only with 400.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ParameterFault>? Errors { get; init; }
}
