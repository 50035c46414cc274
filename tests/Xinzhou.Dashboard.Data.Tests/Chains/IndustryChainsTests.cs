using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Chains;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Tests.Plans;
using Xinzhou.Dashboard.Domain.Chains;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Chains;

/// <summary>Industry chains and their 链长: kept by versions, with what they were taken down from.</summary>
public sealed class IndustryChainsTests : IAsyncLifetime
{
    private static readonly ChainEntry Entry = new() { Name = "法兰锻造", Task = 5 };

    private PlanDatabase _database = null!;
    private ReturnSetup _setup = null!;
    private Actor _office = null!;

    private IndustryChains Chains => new(_database.Contexts, _database.Clock);

    public async Task InitializeAsync()
    {
        _database = await PlanDatabase.CreateAsync();
        _setup = new(_database.Owner, _database.App);
        _office = await _setup.UserAsync("du", Role.Supervisor, name: "杜督查");
    }

    public Task DisposeAsync() => ((IAsyncDisposable)_database).DisposeAsync().AsTask();

    [Fact]
    public async Task A_chief_is_named_and_followed_by_another_and_both_stay_readable()
    {
        Assert.Empty((await _database.LoadAsync()).Chains);
        Assert.Null((await Chains.SaveAsync(null, Entry with { Name = " 法兰锻造 " }, null, "市委办文件", _office)).Refusal);
        var first = Assert.Single((await _database.LoadAsync()).Chains);
        Assert.Equal((Entry, "市委办文件", "杜督查"), (first.Entry, first.Reason, first.By.Name));

        var named = Entry with { Head = "张三", HeadSince = new(2026, 1, 5) };
        Assert.Equal(ChangeRefusal.Taken, (await Chains.SaveAsync(first.Chain, named, null, "分工", _office)).Refusal);
        Assert.Null((await Chains.SaveAsync(first.Chain, named, first.Id, "分工", _office)).Refusal);
        Assert.Equal(ChangeRefusal.Stale, (await Chains.SaveAsync(first.Chain, named with { Head = "李四" }, first.Id, "分工", _office)).Refusal);
        var second = (await _database.LoadAsync()).Chains[^1];
        Assert.Equal(ChangeRefusal.Unchanged, (await Chains.SaveAsync(first.Chain, named, second.Id, "分工", _office)).Refusal);

        Assert.Equal([null, "张三"], (await _database.LoadAsync()).Chains.Select(c => c.Entry.Head));
        Assert.Equal(2, (await _database.LoadAsync()).Chains.Count(c => c.Chain == first.Chain));
        Assert.Null((await AuditChain.VerifyAsync(_database.App)).FirstBad);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused_in_full()
    {
        Assert.Null((await Chains.SaveAsync(null, Entry, null, "文件", _office)).Refusal);

        Assert.Equal([ChainFault.NameTaken], (await Chains.SaveAsync(null, Entry with { Task = null }, null, "文件", _office)).Faults);
        Assert.Equal([ChainFault.UnknownTask, ChainFault.UnknownIndicator], (await Chains.SaveAsync(null, Entry with { Name = "杂粮", Task = 40, Indicator = "none" }, null, "文件", _office)).Faults);
        Assert.Equal([ChainFault.SinceLater], (await Chains.SaveAsync(null, Entry with { Name = "杂粮", Head = "张三", HeadSince = new(2026, 10, 15) }, null, "文件", _office)).Faults);
        Assert.Equal(ChangeRefusal.ReasonMissing, (await Chains.SaveAsync(null, Entry with { Name = "杂粮" }, null, " ", _office)).Refusal);
        Assert.Equal(ChangeRefusal.NotFound, (await Chains.SaveAsync(Guid.NewGuid(), Entry with { Name = "杂粮" }, 1, "文件", _office)).Refusal);
        Assert.Single((await _database.LoadAsync()).Chains);

        // A chain that is no more gives its name back.
        var held = (await _database.LoadAsync()).Chains[0];
        Assert.Null((await Chains.SaveAsync(held.Chain, Entry with { IsClosed = true }, held.Id, "撤销", _office)).Refusal);
        Assert.Null((await Chains.SaveAsync(null, Entry, null, "重新设立", _office)).Refusal);
    }

    [Fact]
    public async Task The_inspection_office_and_the_administrator_name_them()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var actor = await _setup.UserAsync($"r-{role}", role);
            var refusal = (await Chains.SaveAsync(null, Entry with { Name = $"链{role}" }, null, "文件", actor)).Refusal;
            Assert.Equal(role is Role.Supervisor or Role.Admin ? null : ChangeRefusal.WrongRole, refusal);
        }
    }

    [Theory]
    [Trait("Category", "Security")]
    [InlineData("INSERT INTO industry_chains (chain, name, reason, said_by, said_at) SELECT gen_random_uuid(), 'a', 'b', id, now() FROM users WHERE role = 'leader'", "42501")]
    [InlineData("INSERT INTO industry_chains (chain, name, head, reason, said_by, said_at) SELECT gen_random_uuid(), 'a', 'c', 'b', id, now() FROM users WHERE role = 'supervisor'", "23514")]
    [InlineData("UPDATE industry_chains SET head = 'b'", "42501")]
    [InlineData("DELETE FROM industry_chains", "42501")]
    public async Task The_database_refuses_what_the_application_would(string statement, string state)
    {
        await _setup.UserAsync("zhang", Role.Leader);
        await using var command = _database.App.CreateCommand(statement);

        var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteNonQueryAsync());

        Assert.Equal(state, refusal.SqlState);
    }
}
