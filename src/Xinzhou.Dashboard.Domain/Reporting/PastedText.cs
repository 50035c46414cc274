using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Domain.Reporting;

/// <summary>How the words of a copied table are compared.</summary>
internal static partial class PastedText
{
    /// <summary>No name of a row, and no head, is longer.</summary>
    public const int MaxName = 200;

    /// <summary>Without blanks, in plain forms and small letters, with one kind of brackets.</summary>
    public static string Plain(string text) =>
        Gaps().Replace(PlainText.Compatible(PlainText.Visible(text)), "").Replace('【', '[').Replace('】', ']').Replace('〔', '[').Replace('〕', ']').ToLowerInvariant();

    [GeneratedRegex(@"[\s✎]+")]
    private static partial Regex Gaps();
}
