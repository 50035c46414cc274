using System.Net;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>What an installation runs with, where it comes from, and no secret of it.</summary>
public sealed class SettingsPageTests(SettingsPageTests.Host host) : IClassFixture<SettingsPageTests.Host>
{
    [Fact]
    public async Task Each_setting_is_shown_with_its_source_and_a_secret_only_as_set()
    {
        using var administrator = await host.VisitAsAsync(Role.Admin);

        var page = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin/settings"));

        Assert.Contains("mail.example.org", page, StringComparison.Ordinal);
        Assert.Contains("命令行", page, StringComparison.Ordinal);
        Assert.Contains("默认值", page, StringComparison.Ordinal);
        Assert.Contains("已设置，不显示", page, StringComparison.Ordinal);
        Assert.Contains("首次启动", page, StringComparison.Ordinal);
        Assert.DoesNotContain(Host.MailPassword, page, StringComparison.Ordinal);
        Assert.DoesNotContain(Host.ClientSecret, page, StringComparison.Ordinal);
        Assert.DoesNotContain("Password=", page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Set, not shown", await administrator.ReadAsync("/admin/settings?lang=en"), StringComparison.Ordinal);
    }

    public sealed class Host : AccessHost
    {
        public const string MailPassword = "mail-secret-of-the-test";
        public const string ClientSecret = "oidc-secret-of-the-test";

        protected override IReadOnlyList<string> Settings =>
        [
            "--Dashboard:Smtp:Host=mail.example.org", "--Dashboard:Smtp:From=platform@example.org", "--Dashboard:Smtp:User=platform",
            $"--Dashboard:Smtp:Password={MailPassword}", "--Dashboard:SessionMinutes=45",
            "--Dashboard:Oidc:Authority=https://id.example.org", "--Dashboard:Oidc:ClientId=dashboard", $"--Dashboard:Oidc:ClientSecret={ClientSecret}",
        ];
    }
}
