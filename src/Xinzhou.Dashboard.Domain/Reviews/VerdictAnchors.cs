using System.Globalization;
using System.Resources;

namespace Xinzhou.Dashboard.Domain.Reviews;

/// <summary>
/// What each verdict and each decision means (锚定说明), in words: whoever signs sees them, and they are signed along. They are
/// proposed; no source gives any.
/// </summary>
public static class VerdictAnchors
{
    private static readonly ResourceManager Texts = new(typeof(VerdictAnchors));

    /// <summary>What a verdict is called.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Name(ReviewVerdict verdict, bool english = false) => Text($"Verdict{verdict}", english);

    /// <summary>What a decision is called.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Name(ReviewDecision decision, bool english = false) => Text($"Decision{decision}", english);

    /// <summary>The one letter of a seal.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Seal(ReviewVerdict verdict, bool english = false) => Text($"Seal{verdict}", english);

    /// <summary>When a verdict is given.</summary>
    /// <param name="verdict">The verdict.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Of(ReviewVerdict verdict, bool english = false) => Text($"Anchor{verdict}", english);

    /// <summary>What a decision brings about.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="english">False for Chinese.</param>
    public static string Of(ReviewDecision decision, bool english = false) => Text($"Means{decision}", english);

    /// <summary>What the notice is about that 再办 issues.</summary>
    /// <param name="subject">What was reviewed.</param>
    /// <param name="dimension">The name of the dimension.</param>
    public static string Notice(ReviewSubject subject, string dimension) =>
        string.Format(CultureInfo.InvariantCulture, Text("Notice", english: false), subject.Name(english: false), dimension);

    private static string Text(string key, bool english) => Texts.GetString(key, CultureInfo.GetCultureInfo(english ? "en" : "zh-CN"))!;
}
