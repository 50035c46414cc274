using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Messages.Preferences;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>How one is told is chosen on the page of one's account.</summary>
public sealed class PreferencesTests(AccessHost host) : IClassFixture<AccessHost>
{
    [Fact]
    public async Task Hours_of_ones_own_are_saved_and_shown_and_given_back_to_the_house()
    {
        using var visitor = await host.VisitAsAsync(Role.Reviewer);
        Assert.Contains("按统一设置：22:00—07:00", await visitor.ReadAsync("/account"), StringComparison.Ordinal);

        using var saved = await visitor.SubmitAsync(
            "/account", "preferences", "/account", ("Form.Digest", "true"), ("Form.Quiet", "own"), ("Form.From", "20:30"), ("Form.Until", "08:00"), ("Form.DaysOff", "true"));
        Assert.Contains("已保存。", await saved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("false|true|20:30:00|08:00:00|true", await HeldAsync());
        var page = await visitor.ReadAsync("/account");
        Assert.Contains("value=\"20:30\"", page, StringComparison.Ordinal);

        using var back = await visitor.SubmitAsync(
            "/account", "preferences", "/account", ("Form.Mailed", "true"), ("Form.Quiet", "house"), ("Form.From", "20:30"), ("Form.Until", "08:00"));
        Assert.Equal("true|false|||", await HeldAsync());
    }

    [Theory]
    [InlineData("25:00", "07:00")]
    [InlineData("", "07:00")]
    [InlineData("22:00", "abc")]
    public async Task Hours_that_are_none_are_refused_in_words_and_nothing_is_saved(string from, string until)
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);

        using var answer = await visitor.SubmitAsync(
            "/account", "preferences", "/account", ("Form.Mailed", "true"), ("Form.Quiet", "own"), ("Form.From", from), ("Form.Until", until));

        Assert.Contains("请填写免打扰的起止时间", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await using var held = host.Database.Owner.CreateCommand("SELECT count(*) FROM message_preferences p JOIN users u ON u.id = p.user_id WHERE user_name = 'leader'");
        Assert.Equal(0L, await held.ExecuteScalarAsync());
    }

    [Theory]
    [InlineData("22:00", "07:00", true)]
    [InlineData("22:00:00", " 07:00 ", true)]
    [InlineData("24:00", "07:00", false)]
    [InlineData("22.00", "07:00", false)]
    [InlineData(null, null, false)]
    public void Times_are_read_as_browsers_send_them(string? from, string? until, bool isTime) =>
        Assert.Equal(isTime, new PreferencesForm { Quiet = PreferencesForm.Own, From = from, Until = until }.Read() is { Quiet: { From.Hour: 22, Until.Hour: 7 } });

    private async Task<object?> HeldAsync()
    {
        await using var held = host.Database.Owner.CreateCommand(
            """
            SELECT concat_ws('|', is_mailed::text, has_digest::text, coalesce(quiet_from::text, ''), coalesce(quiet_until::text, ''), coalesce(quiet_days_off::text, ''))
            FROM message_preferences p JOIN users u ON u.id = p.user_id WHERE user_name = 'reviewer'
            """);
        return await held.ExecuteScalarAsync();
    }
}
