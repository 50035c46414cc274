using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Data.Tests.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Data.Tests.Messages;

/// <summary>No mail is sent while it is quiet for its reader; afterwards everything goes together.</summary>
public sealed class QuietMailTests : IAsyncLifetime
{
    private DeadlineDatabase _database = null!;
    private StandingClock _clock = null!;

    public async Task InitializeAsync()
    {
        _database = await DeadlineDatabase.CreateAsync();
        await _database.ExecuteAsync("UPDATE users SET email = user_name || '@example.org' WHERE user_name IN ('li', 'wang')");
    }

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task What_comes_in_the_night_lies_in_the_inbox_at_once_and_is_mailed_together_in_the_morning()
    {
        // Friday evening.
        At(2026, 2, 6, 21, 0);
        await LeaveAsync(_database.Reporter);
        Assert.Equal([("li", 1)], await SendAsync());

        Pass(hours: 1);
        await LeaveAsync(_database.Reporter);
        Pass(hours: 3);
        await LeaveAsync(_database.Reporter);
        Assert.Empty(await SendAsync());
        Assert.Equal(3, (await _database.InboxAsync(_database.Reporter)).Count);
        Pass(hours: 6);
        Assert.Equal([("li", 2)], await SendAsync());
        Assert.Empty(await SendAsync());
    }

    [Fact]
    public async Task Each_has_the_hours_of_his_own()
    {
        At(2026, 2, 6, 12, 30);
        await ChooseAsync(_database.Reporter, new(true, true, new(new(12, 0), new(14, 0), false)));
        await LeaveAsync(_database.Reporter);
        await LeaveAsync(_database.Stranger);
        Assert.Equal([("wang", 1)], await SendAsync());

        Pass(hours: 2);
        Assert.Equal([("li", 1)], await SendAsync());
        // At night he wants mail, and the others none.
        Pass(hours: 9);
        await LeaveAsync(_database.Reporter);
        await LeaveAsync(_database.Stranger);
        Assert.Equal([("li", 1)], await SendAsync());
    }

    [Fact]
    public async Task Over_Spring_Festival_who_wants_none_on_days_off_is_sent_it_when_work_begins_and_nothing_is_lost()
    {
        // The last working day before the holiday is Saturday 14 February, which makes up for it; the first after it is Tuesday 24.
        await ChooseAsync(_database.Reporter, new(true, true, QuietHours.None with { DaysOff = true }));
        At(2026, 2, 14, 10, 0);
        await LeaveAsync(_database.Reporter);
        Assert.Equal([("li", 1)], await SendAsync());
        At(2026, 2, 15, 0, 0);
        await LeaveAsync(_database.Reporter);
        await LeaveAsync(_database.Stranger);
        At(2026, 2, 15, 10, 0);
        Assert.Equal([("wang", 1)], await SendAsync());
        At(2026, 2, 23, 23, 59);
        Assert.Empty(await SendAsync());
        At(2026, 2, 24, 0, 0);
        Assert.Equal([("li", 1)], await SendAsync());
    }

    [Fact]
    public async Task Who_wants_no_mail_is_sent_none_and_what_is_stale_is_not_either()
    {
        At(2026, 2, 2, 10, 0);
        await ChooseAsync(_database.Reporter, MessagePreferences.Default with { IsMailed = false });
        await LeaveAsync(_database.Reporter);
        Assert.Empty(await SendAsync());

        At(2026, 2, 6, 10, 0);
        await ChooseAsync(_database.Reporter, MessagePreferences.Default);
        Assert.Empty(await SendAsync());
        Assert.Single(await _database.InboxAsync(_database.Reporter));
    }

    [Theory]
    [InlineData("credential_changed")]
    [InlineData("account_requested")]
    [InlineData("account_decided")]
    [InlineData("audit_broken")]
    [InlineData("backup_late")]
    public async Task What_is_urgent_is_mailed_at_once_to_who_wants_no_mail_and_at_night_and_nothing_else_with_it(string kind)
    {
        At(2026, 2, 6, 23, 0);
        await ChooseAsync(_database.Reporter, MessagePreferences.Default with { IsMailed = false });
        foreach (var person in new[] { _database.Reporter, _database.Stranger })
        {
            await LeaveAsync(person);
            await LeaveAsync(person, kind);
        }

        Assert.Equal([("li", 1), ("wang", 1)], (await SendAsync()).Order());
        Pass(hours: 10);
        Assert.Equal([("wang", 1)], await SendAsync());
    }

    [Fact]
    public async Task Choosing_is_noted_once_with_what_was_chosen_before()
    {
        At(2026, 2, 6, 10, 0);
        var chosen = new MessagePreferences(true, false, new(new(20, 0), new(8, 30), true));
        await ChooseAsync(_database.Reporter, chosen);
        await ChooseAsync(_database.Reporter, chosen);

        Assert.Equal(chosen, await new MessagePreferencesStore(_database.Plan.Contexts, _clock).FindAsync(_database.Reporter.Id));
        Assert.Equal(MessagePreferences.Default, await new MessagePreferencesStore(_database.Plan.Contexts, _clock).FindAsync(_database.Stranger.Id));
        Assert.Equal("li user li", await _database.Plan.ScalarAsync("SELECT string_agg(concat_ws(' ', actor, subject), '|') FROM audit_events WHERE action = 'messages.preferences'"));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Two_first_choices_at_once_are_both_made_one_after_the_other()
    {
        At(2026, 2, 6, 10, 0);

        await Task.WhenAll(
            ChooseAsync(_database.Reporter, MessagePreferences.Default with { HasDigest = false }),
            ChooseAsync(_database.Reporter, MessagePreferences.Default with { IsMailed = false }));

        Assert.Equal("2", await _database.Plan.ScalarAsync("SELECT count(*)::text FROM audit_events WHERE action = 'messages.preferences'"));
        Assert.Equal("1", await _database.Plan.ScalarAsync("SELECT count(*)::text FROM message_preferences"));
    }

    private void At(int year, int month, int day, int hour, int minute) =>
        _clock = new(Shanghai.StartOf(new(year, month, day)).AddHours(hour).AddMinutes(minute));

    private void Pass(int hours) => _clock.Pass(TimeSpan.FromHours(hours));

    private Task ChooseAsync(Actor person, MessagePreferences chosen) =>
        new MessagePreferencesStore(_database.Plan.Contexts, _clock ?? _database.Clock).SaveAsync(chosen, person);

    /// <summary>A message comes now.</summary>
    private async Task LeaveAsync(Actor person, string kind = "mentioned")
    {
        await using var command = _database.Plan.Owner.CreateCommand("INSERT INTO messages (user_id, at, kind, details) VALUES ($1, $2, $3, '{}')");
        command.Parameters.AddWithValue(person.Id);
        command.Parameters.AddWithValue(_clock.GetUtcNow().ToUniversalTime());
        command.Parameters.AddWithValue(kind);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>Sends what is to be sent now: to whom, and how many messages in one mail.</summary>
    private async Task<IReadOnlyList<(string To, int Messages)>> SendAsync()
    {
        var sent = new List<(string, int)>();
        var unsent = new UnsentMessages(_database.Plan.Contexts, DeadlineDatabase.Days, MessageSettings.Default, _clock);
        while (await unsent.SendNextAsync([], (_, address, _, messages) =>
        {
            sent.Add((address.Split('@')[0], messages.Count));
            return Task.CompletedTask;
        }))
        {
            Assert.True(sent.Count < 10, "It ends.");
        }

        return sent;
    }
}
