using Xinzhou.Dashboard.Domain.Chains;

namespace Xinzhou.Dashboard.Domain.Tests.Chains;

/// <summary>What can be said of an industry chain, and what stands of it.</summary>
[Trait("Category", "Quick")]
public sealed class ChainEntryTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 9, 0, 0, TimeSpan.FromHours(8));

    private static readonly ChainEntry Entry = new() { Name = "装备制造", Head = "张三", HeadSince = new(2026, 1, 5), Task = 5, Indicator = "gdp" };

    [Fact]
    public void A_chain_has_a_name_and_a_chief_since_a_day_or_none()
    {
        Assert.Empty(Faults(Entry));
        Assert.Empty(Faults(Entry with { Head = null, HeadSince = null, Task = null, Indicator = null }));
        Assert.Equal([ChainFault.NameMissing], Faults(Entry with { Name = "　" }));
        Assert.Equal([ChainFault.TooLong], Faults(Entry with { Head = new('长', 101) }));
        Assert.Equal([ChainFault.SinceMissing], Faults(Entry with { HeadSince = null }));
        Assert.Equal([ChainFault.SinceOfNobody], Faults(Entry with { Head = " " }));
        Assert.Equal([ChainFault.SinceLater], Faults(Entry with { HeadSince = new(2026, 11, 21) }));
        Assert.Equal([ChainFault.UnknownTask], Faults(Entry with { Task = 99 }));
        Assert.Equal([ChainFault.UnknownIndicator], Faults(Entry with { Indicator = "none" }));
    }

    [Fact]
    public void The_last_version_that_was_known_stands_and_closed_chains_come_last()
    {
        var (first, second) = (Guid.NewGuid(), Guid.NewGuid());
        IndustryChain[] all =
        [
            Said(1, first, Entry with { Name = "甲链" }, Now.AddDays(-3)),
            Said(2, second, Entry with { Name = "乙链" }, Now.AddDays(-2)),
            Said(3, first, Entry with { Name = "甲链", Head = "李四" }, Now.AddDays(-1)),
            Said(4, second, Entry with { Name = "乙链", IsClosed = true }, Now),
        ];

        Assert.Equal(["李四", "张三"], IndustryChain.Standing(all, new(Now)).Select(c => c.Entry.Head));
        Assert.Equal("张三", Assert.Single(IndustryChain.Standing(all, new(Now.AddDays(-3)))).Entry.Head);
    }

    private static IEnumerable<ChainFault> Faults(ChainEntry entry) => entry.Trimmed().Faults(new(2026, 11, 20), t => t == 5, i => i == "gdp");

    private static IndustryChain Said(long id, Guid chain, ChainEntry entry, DateTimeOffset at) => new(id, chain, entry, "文件", new(Guid.NewGuid(), "杜督查"), at);
}
