namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>A resource that can be read: where it is, what it takes and how its answer is made.</summary>
/// <param name="Pattern">The path after <c>/api/v1/</c>.</param>
/// <param name="Group">The heading that it stands under in the description.</param>
/// <param name="Summary">What it gives, in a line.</param>
/// <param name="Parameters">All parameters of the query that it reads.</param>
/// <param name="Answer">The type of the answer as JSON.</param>
/// <param name="Produce">Makes the answer; null when the path names nothing or when the request has faults.</param>
public sealed record ReadResource(
    string Pattern,
    string Group,
    string Summary,
    IReadOnlyList<Parameter> Parameters,
    Type Answer,
    Func<ReadRequest, Answer?> Produce)
{
    /// <param name="pattern">The path after <c>/api/v1/</c>.</param>
    /// <param name="group">The heading that it stands under in the description.</param>
    /// <param name="summary">What it gives, in a line.</param>
    /// <param name="parameters">All parameters of the query that it reads.</param>
    /// <param name="answer">The type of the answer as JSON.</param>
    /// <param name="ask">Makes the answer from what the snapshot does not hold, too; null as above. It is asked for each request.</param>
    public ReadResource(
        string pattern, string group, string summary, IReadOnlyList<Parameter> parameters, Type answer, Func<HttpContext, ReadRequest, Task<Answer?>> ask)
        : this(pattern, group, summary, parameters, answer, _ => null) => Ask = ask;

    /// <summary>Makes the answer from what the snapshot does not hold, too; null where it holds everything.</summary>
    public Func<HttpContext, ReadRequest, Task<Answer?>>? Ask { get; }

    /// <summary>Whether lights are among the answer: what is asked of now is asked of today then.</summary>
    public bool CarriesLights { get; init; }

    /// <summary>Whether notices are among the answer, for those who see them: it is not the same for all readers.</summary>
    public bool HasNotices { get; init; }

    /// <summary>The right that it takes; null where every reader is served.</summary>
    public Right? Right { get; init; }

    /// <summary>The scope that a token must have; null where every token reads.</summary>
    public TokenScope? Scope { get; init; }
}
