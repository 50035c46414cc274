using System.Text;
using MimeKit;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

public sealed class MailTests(MailTests.Mailing host) : IClassFixture<MailTests.Mailing>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task Notices_are_mailed_once_to_those_who_have_an_address_and_a_refused_one_holds_up_nobody()
    {
        host.Server.Refused = "gone@test.example";
        var setup = new ReturnSetup(host.Database.Owner, host.Database.App);
        await setup.DepartmentAsync("d1", "测试局甲");
        await setup.FormAsync([ReturnSetup.Series("retail_sales")], ["d1"]);
        foreach (var (name, email) in new[] { ("gone", "gone@test.example"), ("wang", "wang@test.example"), ("none", null) })
        {
            var user = await setup.UserAsync(name, Role.Reporter, "d1", $"{name}填报");
            await using var address = host.Database.Owner.CreateCommand("UPDATE users SET email = $2 WHERE id = $1");
            address.Parameters.AddWithValue(user.Id);
            address.Parameters.AddWithValue((object?)email ?? DBNull.Value);
            await address.ExecuteNonQueryAsync();
        }

        await setup.OpenAsync("2026-Q3", "d1");

        await Wait.UntilAsync(() => host.Clock.Ticks(Pause));
        host.Clock.Pass(Pause);
        await Wait.UntilAsync(() => host.Server.Mails.Count > 0 && host.Server.Refusals > 0);
        var (to, text) = host.Server.Mails[0];
        Assert.Equal("wang@test.example", to);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("1条通知", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("产业能级季度表 测试局甲 2026年三季度：报表已开放", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("http", mail.TextBody, StringComparison.Ordinal);
        await using var sent = host.Database.Owner.CreateCommand(
            "SELECT string_agg(user_name, ',' ORDER BY user_name) FROM messages n JOIN users u ON u.id = n.user_id WHERE mailed_at IS NOT NULL");
        await Wait.UntilAsync(async () => await sent.ExecuteScalarAsync() is "wang");

        // What comes later is in a mail of its own, without what was mailed; the refused one is tried again in five minutes.
        await setup.OpenAsync("2026-Q4", "d1");
        host.Clock.Pass(Pause);
        await Wait.UntilAsync(() => host.Server.Mails.Count > 1);
        using var next = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(host.Server.Mails[1].Text)));
        Assert.Contains("1条通知", next.Subject, StringComparison.Ordinal);
        Assert.Contains("产业能级季度表 测试局甲 2026年四季度：报表已开放", next.TextBody, StringComparison.Ordinal);
        Assert.Equal(1, host.Server.Refusals);
        host.Clock.Pass(TimeSpan.FromMinutes(5));
        await Wait.UntilAsync(() => host.Server.Refusals > 1);
        Assert.Equal(["wang@test.example", "wang@test.example"], host.Server.Mails.Select(m => m.To));
    }

    /// <summary>The application with a mail server beside it.</summary>
    public sealed class Mailing : ClockedHost
    {
        internal MailServer Server { get; } = new();

        protected override IReadOnlyList<string> Settings =>
        [
            "--Dashboard:Smtp:Host=127.0.0.1",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--Dashboard:Smtp:Port={Server.Port}"),
            "--Dashboard:Smtp:From=platform@test.example",
            "--Dashboard:Smtp:Tls=None",
            // Whatever the time of day is here.
            "--Dashboard:Messages:QuietFrom=00:00",
            "--Dashboard:Messages:QuietUntil=00:00",
        ];

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
