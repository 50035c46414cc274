using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>Answers what was refused as problem details with a sentence for people.</summary>
/// <param name="words">The sentences.</param>
public sealed class Refusals(IStringLocalizer<EntryWords> words)
{
    /// <summary>The sentence of a refusal, in the language of the request.</summary>
    public string Sentence(ReturnRefusal refusal) => words[$"Refusal{refusal}"];

    /// <summary>The answer to a refused request.</summary>
    public IResult Answer(ReturnRefusal refusal) => Problem(StatusOf(refusal), Code.Of(refusal), Sentence(refusal));

    /// <summary>A form that this site did not give, or gave to another person.</summary>
    public IResult Forgery() => Problem(StatusCodes.Status400BadRequest, "forgery", words["RefusalForgery"]);

    /// <summary>A request that cannot be understood.</summary>
    public IResult Malformed() => Problem(StatusCodes.Status400BadRequest, "malformed", words["RefusalMalformed"]);

    /// <summary>More cells than one request may carry.</summary>
    public IResult TooMany() => Problem(StatusCodes.Status413PayloadTooLarge, "too_many", words["RefusalTooMany"]);

    /// <summary>More open pages of returns than one session or address may have at once.</summary>
    public IResult TooManyStreams() => Problem(StatusCodes.Status429TooManyRequests, "too_many_streams", words["RefusalTooManyStreams"]);

    /// <summary>The HTTP status of a refusal.</summary>
    public static int StatusOf(ReturnRefusal refusal) => refusal switch
    {
        ReturnRefusal.NotFound => StatusCodes.Status404NotFound,
        ReturnRefusal.WrongRole or ReturnRefusal.WrongDepartment or ReturnRefusal.OwnEntry => StatusCodes.Status403Forbidden,
        ReturnRefusal.Incomplete or ReturnRefusal.ReasonMissing or ReturnRefusal.TooLong => StatusCodes.Status422UnprocessableEntity,
        _ => StatusCodes.Status409Conflict,
    };

    /// <summary>Problem details with a code and a sentence for people.</summary>
    public static IResult Problem(int status, string code, string detail) => Results.Problem(
        detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code });
}
