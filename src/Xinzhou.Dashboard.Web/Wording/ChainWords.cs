using Xinzhou.Dashboard.Domain.Chains;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The words of industry chains (产业链) and their 链长, in the language of the page.</summary>
/// <param name="text">The words.</param>
public sealed class ChainWords(IStringLocalizer<ChainWords> text)
{
    /// <summary>What is wrong, in one sentence.</summary>
    public string Fault(ChainFault fault) => text[$"Fault{fault}", ChainEntry.MaxLength];

    /// <summary>张三（自2026-01-05）; null where nobody is known.</summary>
    public string? Head(ChainEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry is { Head: { } head, HeadSince: { } since } ? text["Head", head, PlanDayText.Of(since)].Value : null;
    }
}
