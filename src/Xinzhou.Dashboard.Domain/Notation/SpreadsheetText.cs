namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>
/// Text in a CSV file that a spreadsheet would take for a formula. Written, it gets an apostrophe in front; read, one
/// apostrophe before such a text is taken away again, so that writing and reading is the identity. Numbers stay numbers.
/// </summary>
public static class SpreadsheetText
{
    private const char Apostrophe = '\'';

    /// <summary>The text as it is written: <c>=1+1</c> becomes <c>'=1+1</c>, <c>-4.2</c> stays.</summary>
    public static string Neutralise(string text) => StartsFormula(text) ? Apostrophe + text : text;

    /// <summary>The text as it was before <see cref="Neutralise"/>.</summary>
    public static string Restore(string text) =>
        text.Length > 1 && text[0] == Apostrophe && StartsFormula(text) ? text[1..] : text;

    /// <summary>True for a text that begins, after any apostrophes, with a character that begins a formula.</summary>
    private static bool StartsFormula(string text)
    {
        var rest = text.AsSpan().TrimStart(Apostrophe);
        return !rest.IsEmpty && rest[0] is '=' or '+' or '-' or '@' or '\t' or '\r'
            && NumberNotation.Read(text, out _) is null;
    }
}
