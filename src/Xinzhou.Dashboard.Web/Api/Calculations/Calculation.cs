using System.Text.Json.Serialization.Metadata;

namespace Xinzhou.Dashboard.Web.Api.Calculations;

/// <summary>Something that is computed from the body of a request alone: where it is, what it takes and how it is answered.</summary>
/// <param name="Pattern">The path after <c>/api/v1/</c>.</param>
/// <param name="Group">The heading that it stands under in the description.</param>
/// <param name="Summary">What it gives, in a line.</param>
/// <param name="Fields">All fields of the body.</param>
/// <param name="Answer">How the answer is written.</param>
/// <param name="Compute">Makes the answer; null when the body has faults.</param>
public sealed record Calculation(
    string Pattern,
    string Group,
    string Summary,
    IReadOnlyList<Field> Fields,
    JsonTypeInfo Answer,
    Func<BodyReader, object?> Compute);
