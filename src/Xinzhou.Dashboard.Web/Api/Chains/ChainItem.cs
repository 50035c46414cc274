using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Web.Api.Reading;

namespace Xinzhou.Dashboard.Web.Api.Chains;

/// <summary>产业链 with its 链长, as somebody took it down: the article names neither.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Head">链长: a person or a post; null is not known.</param>
/// <param name="Since">Since when he is it; null where nobody is known.</param>
/// <param name="Task">The number of the task that it belongs to; null where it belongs to none.</param>
/// <param name="Indicator">The code of the indicator that speaks of it; null where none does.</param>
/// <param name="Reason">What it was taken down from.</param>
/// <param name="RecordedAt">When.</param>
public sealed record ChainItem(
    string Name, string? Head, DateOnly? Since, int? Task, string? Indicator, string Reason, DateTimeOffset RecordedAt)
{
    internal static readonly IReadOnlyList<CsvColumn<ChainItem>> Columns =
    [
        new("name", c => c.Name),
        new("head", c => c.Head),
        new("since", c => c.Since.Cell()),
        new("task", c => c.Task.Cell()),
        new("indicator", c => c.Indicator),
        new("reason", c => c.Reason),
        new("recordedAt", c => c.RecordedAt.Cell()),
    ];

    internal static ChainItem Of(IndustryChain chain) => new(
        chain.Entry.Name, chain.Entry.Head, chain.Entry.HeadSince, chain.Entry.Task, chain.Entry.Indicator, chain.Reason, Instants.InShanghai(chain.At));
}
