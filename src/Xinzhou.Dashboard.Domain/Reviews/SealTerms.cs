using System.Text;
using System.Text.Json.Nodes;
using Xinzhou.Dashboard.Domain.Progress.Pledges;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// What is signed under a review: the pack as the reviewer saw it, and what he says of each dimension, with the anchor text that he
/// was shown. As canonical JSON, whose SHA-256 is the signature's digest.
/// </summary>
/// <param name="Subject">What is reviewed.</param>
/// <param name="Pack">The name of the pack that he saw, with the signatures before his.</param>
/// <param name="Content">SHA-256 of what the pack holds.</param>
/// <param name="Verdicts">The verdicts.</param>
/// <param name="By">Who signs, by the name shown.</param>
/// <param name="At">When.</param>
/// <param name="Factor">By what he proved that it is he.</param>
public sealed record SealTerms(
    ReviewSubject Subject, string Pack, string Content, IReadOnlyList<VerdictEntry> Verdicts, string By, DateTimeOffset At, SignatureFactor Factor)
{
    /// <summary>The terms as canonical JSON.</summary>
    public string Text() => Encoding.UTF8.GetString(CanonicalJson.Write(new JsonObject
    {
        ["subject"] = Subject.Code,
        ["pack"] = Pack,
        ["content"] = Content,
        ["by"] = By,
        ["at"] = PackText.Moment(At),
        ["factor"] = Code.Of(Factor),
        ["verdicts"] = new JsonArray([.. Verdicts.Select(v => new JsonObject
        {
            ["dimension"] = v.Dimension,
            ["verdict"] = Code.Of(v.Verdict),
            ["word"] = VerdictAnchors.Name(v.Verdict),
            ["anchor"] = VerdictAnchors.Of(v.Verdict),
            ["decision"] = Code.Of(v.Decision),
            ["decisionWord"] = VerdictAnchors.Name(v.Decision),
            ["comment"] = v.Comment,
            ["redo"] = v.Redo is { } redo ? new JsonObject { ["lead"] = redo.Lead, ["grade"] = Code.Of(redo.Grade) } : null,
        })]),
    }));

    /// <summary>The digest of terms.</summary>
    /// <param name="text">The terms as they are written.</param>
    public static string Digest(string text) => Sha256.Of(Encoding.UTF8.GetBytes(text));
}
