using System.Text;
using MimeKit;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

public sealed class MailTests(MailTests.Mailing host) : IClassFixture<MailTests.Mailing>
{
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

        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        while (host.Server.Mails.Count == 0) await Task.Delay(100, timeout.Token);
        await Task.Delay(TimeSpan.FromSeconds(6));
        var (to, text) = Assert.Single(host.Server.Mails);
        Assert.Equal("wang@test.example", to);
        using var mail = await MimeMessage.LoadAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Contains("1条通知", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("产业能级季度表 测试局甲 2026年三季度：报表已开放", mail.TextBody, StringComparison.Ordinal);
        Assert.DoesNotContain("http", mail.TextBody, StringComparison.Ordinal);
        await using var sent = host.Database.Owner.CreateCommand(
            "SELECT string_agg(user_name, ',' ORDER BY user_name) FROM messages n JOIN users u ON u.id = n.user_id WHERE mailed_at IS NOT NULL");
        Assert.Equal("wang", await sent.ExecuteScalarAsync());
    }

    /// <summary>The application with a mail server beside it.</summary>
    public sealed class Mailing : AccessHost
    {
        internal MailServer Server { get; } = new();

        protected override IReadOnlyList<string> Settings =>
        [
            "--Dashboard:Smtp:Host=127.0.0.1",
            string.Create(System.Globalization.CultureInfo.InvariantCulture, $"--Dashboard:Smtp:Port={Server.Port}"),
            "--Dashboard:Smtp:From=platform@test.example",
            "--Dashboard:Smtp:Tls=None",
        ];

        public override async Task DisposeAsync()
        {
            await base.DisposeAsync();
            await Server.DisposeAsync();
        }
    }
}
