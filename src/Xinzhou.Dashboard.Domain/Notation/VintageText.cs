using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Domain.Indicators;

namespace Xinzhou.Dashboard.Domain.Notation;

/// <summary>The column <c>vintage</c>, kept as written, and what it says (CONTRACTS, 2, Vintage).</summary>
/// <param name="Label">The text as written; may be empty.</param>
/// <param name="Stage">The stage: the first rule that fits.</param>
/// <param name="UnifiedAccounting">True where it says 统一核算.</param>
/// <param name="SelfMedia">True where it says 自媒体.</param>
/// <param name="Day">The first date in it (of a month, its last day); null if there is none.</param>
public sealed partial record VintageText(string Label, Stage Stage, bool UnifiedAccounting, bool SelfMedia, DateOnly? Day)
{
    public static VintageText Read(string text) =>
        new(text, StageOf(text), Says(text, "统一核算"), Says(text, "自媒体"), DateNotation.FirstDayOrMonthIn(text));

    private static Stage StageOf(string text) => text switch
    {
        _ when Says(text, "快报") => Stage.Flash,
        _ when Says(text, "最终核实") => Stage.Final,
        _ when Says(text, "普查") => Stage.CensusRevised,
        _ when text.StartsWith("修订", StringComparison.Ordinal) => Stage.Revised,
        _ when RetrievedAt().IsMatch(text) => Stage.Retrieved,
        _ when Says(text, "首次发布") || Says(text, "当期发布") || Says(text, "初步") => Stage.Preliminary,
        _ => Stage.Unstated,
    };

    private static bool Says(string text, string word) => text.Contains(word, StringComparison.Ordinal);

    [GeneratedRegex("[0-9]{4}-[0-9]{2}时点")]
    private static partial Regex RetrievedAt();
}
