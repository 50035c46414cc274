using System.Globalization;
using System.Resources;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>Why something of an import is refused (or, for a column that is not known, ignored), and what would be right.</summary>
/// <param name="Line">The physical line, the header being 1; 0 for a file that cannot be read at all.</param>
/// <param name="Column">The name of the column; empty when it is about the whole line or file.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Found">What stands there; long texts are cut.</param>
/// <param name="Arguments">What the sentences fill in, as <c>{1}</c>, <c>{2}</c>, …; <c>{0}</c> is what was found.</param>
public sealed record Fault(int Line, string Column, FaultReason Reason, string Found, params string[] Arguments)
{
    private const int LongestFound = 200;

    private static readonly ResourceManager Sentences =
        new("Xinzhou.Dashboard.Domain.Notation.FaultSentences", typeof(Fault).Assembly);

    public string Found { get; } = Found.Length <= LongestFound ? Found : Found[..(LongestFound - 1)] + "…";

    /// <summary>The code of the report.</summary>
    public string Code => Reason.Code();

    /// <summary>A fault in a field.</summary>
    public static Fault Of(int line, string column, string found, Wrong wrong) =>
        new(line, column, wrong.Reason, found, wrong.Arguments);

    /// <summary>A file that cannot be read at all: line 0.</summary>
    public static Fault OfFile(FaultReason reason, string found = "", params string[] arguments) =>
        new(0, "", reason, found, arguments);

    /// <summary>What would be right.</summary>
    /// <param name="culture">Chinese unless it is an English culture; null is the current one.</param>
    public string Expected(CultureInfo? culture = null) => Text($"{Reason}_Expected", culture);

    /// <summary>The whole sentence: where, what is wrong, what would be right.</summary>
    /// <param name="culture">Chinese unless it is an English culture; null is the current one.</param>
    public string Sentence(CultureInfo? culture = null)
    {
        var frame = (Line, Column) switch
        {
            (0, _) => "File",
            (_, "") => "Line",
            _ => "Field",
        };
        return string.Format(
            culture ?? CultureInfo.CurrentUICulture,
            Sentences.GetString(frame, culture)!,
            Text(Reason.ToString(), culture),
            Expected(culture),
            Line.ToString(CultureInfo.InvariantCulture),
            Column);
    }

    /// <summary>The sentence of a fault in one of several sheets.</summary>
    internal string SentenceIn(string sheet, CultureInfo? culture) =>
        string.Format(culture ?? CultureInfo.CurrentUICulture, Sentences.GetString("Sheet", culture)!, sheet, Sentence(culture));

    private string Text(string key, CultureInfo? culture) =>
        string.Format(CultureInfo.InvariantCulture, Sentences.GetString(key, culture)!, [Found, .. Arguments]);
}
