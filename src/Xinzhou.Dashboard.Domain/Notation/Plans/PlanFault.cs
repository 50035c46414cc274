using System.Globalization;

namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>Why something of the plan's file is refused, or what is remarked on it.</summary>
/// <param name="Sheet">What the file calls the sheet; empty where it is about the whole file.</param>
/// <param name="Fault">Where in the sheet, what is wrong, and what would be right.</param>
public sealed record PlanFault(string Sheet, Fault Fault)
{
    /// <summary>The whole sentence: which sheet, where in it, what is wrong, what would be right.</summary>
    /// <param name="culture">Chinese unless it is an English culture; null is the current one.</param>
    public string Sentence(CultureInfo? culture = null) => Sheet.Length == 0 ? Fault.Sentence(culture) : Fault.SentenceIn(Sheet, culture);
}
