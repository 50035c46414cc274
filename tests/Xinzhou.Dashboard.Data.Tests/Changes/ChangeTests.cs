using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Forms;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Changes;

/// <summary>The unit of work: all of it with its events, or nothing.</summary>
[Trait("Category", "Faults")]
public sealed class ChangeTests : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 5, 4, 9, 30, 0, TimeSpan.FromHours(8));

    private readonly StandingClock _clock = new(Now);
    private readonly PostgresDatabase _database = new();
    private IDbContextFactory<DashboardContext> _contexts = null!;

    public async Task InitializeAsync()
    {
        await _database.InitializeAsync();
        _contexts = DashboardContexts.On(_database.App);
    }

    public Task DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task A_change_that_is_committed_is_kept_with_its_events_in_their_order()
    {
        await using (var change = await Change.BeginAsync(_contexts, "admin", _clock, ChangeLock.Catalogue))
        {
            change.Context.Departments.Add(new("b1", "测试局", 1));
            change.Audit("department.add", "department b1", new { name = "测试局" });
            change.Audit("department.check", "department b1", new { });
            await change.CommitAsync();
        }

        await using var context = await _contexts.ReadAsync();
        Assert.Equal(new Department("b1", "测试局", 1), await context.Departments.SingleAsync());
        var events = await context.AuditEvents.OrderBy(e => e.Id).ToListAsync();
        Assert.Equal(["department.add", "department.check"], events.Select(e => e.Action));
        Assert.All(events, e => Assert.Equal(("admin", Now), (e.Actor, e.At)));
        Assert.Equal("""{"name": "测试局"}""", events[0].Details);
        Assert.Equal((2, null), await VerifyAsync());
    }

    [Fact]
    public async Task A_change_that_is_left_changes_nothing_and_notes_nothing()
    {
        await using (var change = await Change.BeginAsync(_contexts, "admin", _clock, null))
        {
            change.Context.Departments.Add(new("b1", "测试局", 1));
            change.Audit("department.add", "department b1", new { });
            await change.SaveAsync();
        }

        await using var context = await _contexts.ReadAsync();
        Assert.Equal((0, 0), (await context.Departments.CountAsync(), await context.AuditEvents.CountAsync()));
    }

    [Fact]
    public async Task After_the_commit_the_context_is_in_no_transaction_and_may_begin_another()
    {
        await using var shared = await _contexts.CreateDbContextAsync();
        await using var change = await Change.BeginAsync(shared, "admin", _clock, null);
        change.Audit("form.check", "", new { });
        await change.CommitAsync();

        Assert.Null(shared.Database.CurrentTransaction);
        await using var another = await shared.Database.BeginTransactionAsync();
        Assert.Equal(1, await shared.AuditEvents.CountAsync());
    }

    /// <summary>The commit goes along with the events: what it refuses is refused with them.</summary>
    [Fact]
    public async Task What_is_refused_when_the_transaction_ends_leaves_no_event_and_a_connection_that_goes_on()
    {
        for (var i = 0; i < 3; i++)
        {
            await using var change = await Change.BeginAsync(_contexts, "admin", _clock, null);
            change.Context.Add(new FormVersionEntity { FormCode = "none", Version = 1, Name = "没有的表", Stage = Stage.Flash, ChangedAt = Now });
            change.Audit("form.change", "form none", new { });

            var refused = await Assert.ThrowsAsync<PostgresException>(() => change.CommitAsync());

            Assert.Equal(PostgresErrorCodes.ForeignKeyViolation, refused.SqlState);
        }

        await using var after = await Change.BeginAsync(_contexts, "admin", _clock, null);
        after.Audit("form.check", "", new { });
        await after.CommitAsync();
        await using var context = await _contexts.ReadAsync();
        Assert.Equal(["form.check"], await context.AuditEvents.Select(e => e.Action).ToListAsync());
        Assert.Equal((1, null), await VerifyAsync());
    }

    [Fact]
    public async Task Of_two_changes_under_one_lock_the_second_sees_what_the_first_left()
    {
        var first = await Change.BeginAsync(_contexts, "a", _clock, ChangeLock.Catalogue);
        var second = Change.BeginAsync(_contexts, "b", _clock, ChangeLock.Catalogue);
        await using (await Change.BeginAsync(_contexts, "c", _clock, ChangeLock.Rules))
        {
            // Another lock is free meanwhile.
        }

        Assert.False(second.IsCompleted);
        first.Context.Departments.Add(new("b1", "测试局", 1));
        await first.CommitAsync();
        await first.DisposeAsync();
        await using var change = await second;

        Assert.Equal(1, await change.Context.Departments.CountAsync());
    }

    [Fact]
    public async Task A_change_on_a_context_of_others_leaves_nothing_behind_in_it()
    {
        await using var context = await _contexts.CreateDbContextAsync();
        await using (var change = await Change.BeginAsync(context, "a", _clock, ChangeLock.Users))
        {
            change.Context.Departments.Add(new("b1", "测试局", 1));
        }

        await context.SaveChangesAsync();

        Assert.Equal(0, await context.Departments.CountAsync());
    }

    [Theory]
    [InlineData(null, null, null)]
    [InlineData(3L, 3L, null)]
    [InlineData(null, 3L, ChangeRefusal.NotFound)]
    [InlineData(3L, null, ChangeRefusal.Taken)]
    [InlineData(4L, 3L, ChangeRefusal.Stale)]
    public void What_was_seen_is_told_from_what_is_held(long? held, long? seen, ChangeRefusal? refusal) =>
        Assert.Equal(refusal, SeenVersion.Refusal(held, seen));

    private async Task<(long, long?)> VerifyAsync()
    {
        var (events, firstBad, _) = await AuditChain.VerifyAsync(_database.App, null);
        return (events, firstBad);
    }
}
