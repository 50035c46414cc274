using System.Text.Json;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>A verdict as a pack carries it, in the words that were signed.</summary>
/// <param name="Dimension">The code of the dimension.</param>
/// <param name="Verdict">达成, 基本达成 or 未达成.</param>
/// <param name="Decision">认账, 退回 or 再办.</param>
/// <param name="By">Who signed.</param>
/// <param name="At">When, as it is written.</param>
/// <param name="Factor">By what he proved that it is he: <c>code</c> or <c>passkey</c>.</param>
public sealed record PackVerdict(string Dimension, string Verdict, string Decision, string By, string At, string Factor)
{
    /// <summary>The verdicts of the terms of a signature.</summary>
    internal static IEnumerable<PackVerdict> Of(JsonElement terms)
    {
        var (by, at, factor) = (Text(terms, "by"), Text(terms, "at"), Text(terms, "factor"));
        return terms.GetProperty("verdicts").EnumerateArray().Select(v => new PackVerdict(Text(v, "dimension"), Text(v, "word"), Text(v, "decisionWord"), by, at, factor));
    }

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString() ?? "";
}
