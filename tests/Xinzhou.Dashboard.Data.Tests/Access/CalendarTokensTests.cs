using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Tests.Deadlines;

namespace Xinzhou.Dashboard.Data.Tests.Access;

/// <summary>A person has one token for his calendar at most; it ends with him.</summary>
[Trait("Category", "Security")]
public sealed class CalendarTokensTests : IAsyncLifetime
{
    private DeadlineDatabase _database = null!;

    private CalendarTokens Tokens => new(_database.Plan.Contexts, _database.Clock);

    public async Task InitializeAsync() => _database = await DeadlineDatabase.CreateAsync();

    public Task DisposeAsync() => _database.DisposeAsync().AsTask();

    [Fact]
    public async Task It_says_who_its_owner_is_now_and_only_its_hash_is_kept()
    {
        var secret = (await Tokens.CreateAsync(_database.Reporter))!;

        Assert.Equal(_database.Reporter, await Tokens.FindAsync(secret, withPersonas: true));
        Assert.Null(await Tokens.FindAsync(secret, withPersonas: false));
        Assert.Equal(_database.Clock.GetUtcNow(), await Tokens.StandsSinceAsync(_database.Reporter.Id));
        Assert.Equal(
            Convert.ToHexStringLower(TokenSecret.Hash(secret)), await _database.Plan.ScalarAsync("SELECT encode(token_hash, 'hex') FROM calendar_tokens"));
        Assert.Equal("", await _database.Plan.ScalarAsync($"SELECT coalesce(string_agg(details::text, ''), '') FROM audit_events WHERE details::text LIKE '%{secret}%'"));
        await _database.ExecuteAsync("UPDATE users SET department_code = 'fgw' WHERE user_name = 'li'");
        Assert.Equal("fgw", (await Tokens.FindAsync(secret, withPersonas: true))!.Department);
    }

    [Fact]
    public async Task Another_one_takes_its_place_and_who_ends_it_has_none()
    {
        var first = (await Tokens.CreateAsync(_database.Reporter))!;
        var second = (await Tokens.CreateAsync(_database.Reporter))!;
        Assert.Null(await Tokens.FindAsync(first, withPersonas: true));
        Assert.NotNull(await Tokens.FindAsync(second, withPersonas: true));

        Assert.True(await Tokens.RevokeAsync(_database.Reporter));
        Assert.False(await Tokens.RevokeAsync(_database.Reporter));
        Assert.Null(await Tokens.FindAsync(second, withPersonas: true));
        Assert.Null(await Tokens.StandsSinceAsync(_database.Reporter.Id));
        Assert.Equal("calendar-token.create calendar-token.create calendar-token.revoke", await _database.Plan.ScalarAsync(
            "SELECT string_agg(action, ' ' ORDER BY id) FROM audit_events WHERE action LIKE 'calendar-token.%' AND actor = 'li' AND subject = 'user li'"));
    }

    [Fact]
    public async Task Who_is_disabled_takes_it_with_him_for_good_and_makes_none()
    {
        var secret = (await Tokens.CreateAsync(_database.Reporter))!;
        await using (var disable = _database.Plan.App.CreateCommand("UPDATE users SET disabled_at = now() WHERE user_name = 'li'")) await disable.ExecuteNonQueryAsync();
        Assert.Null(await Tokens.FindAsync(secret, withPersonas: true));
        Assert.Null(await Tokens.CreateAsync(_database.Reporter));

        await _database.ExecuteAsync("UPDATE users SET disabled_at = NULL WHERE user_name = 'li'");
        Assert.Null(await Tokens.FindAsync(secret, withPersonas: true));
    }

    [Fact]
    public async Task It_ends_with_the_password_and_its_owner_is_told_that_it_was_made()
    {
        var secret = (await Tokens.CreateAsync(_database.Reporter))!;
        Assert.Equal("calendar-token.create", await _database.Plan.ScalarAsync(
            "SELECT string_agg(details ->> 'act', ' ') FROM messages m JOIN users u ON u.id = m.user_id WHERE u.user_name = 'li' AND m.kind = 'credential_changed'"));

        // Only who is no persona has a password.
        await _database.ExecuteAsync("UPDATE users SET is_persona = false, last_seen_at = now() WHERE user_name = 'li'");
        Assert.NotNull(await Tokens.FindAsync(secret, withPersonas: true));
        await using (var change = _database.Plan.App.CreateCommand("UPDATE users SET password_hash = 'another' WHERE user_name = 'li'")) await change.ExecuteNonQueryAsync();
        Assert.Null(await Tokens.FindAsync(secret, withPersonas: true));
        Assert.Null(await Tokens.StandsSinceAsync(_database.Reporter.Id));
    }

    [Theory]
    [InlineData("")]
    [InlineData("none")]
    [InlineData("xzd_0000000000000000000000000000000000000000000aaaa")]
    public async Task What_is_no_token_is_nobodys(string secret) => Assert.Null(await Tokens.FindAsync(secret, withPersonas: true));

    [Fact]
    public async Task Two_made_at_once_leave_one()
    {
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Tokens.CreateAsync(_database.Reporter))));

        var standing = 0;
        foreach (var secret in made) standing += await Tokens.FindAsync(secret!, withPersonas: true) is null ? 0 : 1;
        Assert.Equal(1, standing);
    }
}
