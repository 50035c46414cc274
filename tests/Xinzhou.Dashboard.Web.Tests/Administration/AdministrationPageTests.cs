using System.Net;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

/// <summary>The home page of administration: what there is, and what somebody should see to.</summary>
public sealed class AdministrationPageTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    [Fact]
    public async Task It_counts_what_needs_attention_and_leads_only_where_the_reader_may_go()
    {
        await host.Setup.FormAsync([ReturnSetup.Series("retail_sales")], ["d1", "d2"], "asked", "有部门的表");
        await host.Setup.FormAsync([ReturnSetup.Series("retail_sales")], [], "alone", "没有部门的表");
        await host.ScalarAsync<long>(
            """
            INSERT INTO users (id, user_name, normalized_user_name, display_name, role, password_hash, security_stamp, concurrency_stamp, created_at, lockout_end)
            VALUES (gen_random_uuid(), 'locked', 'LOCKED', '被锁的人', 'viewer', 'x', 's', 'c', now(), now() + interval '10 minutes');
            SELECT count(*) FROM users
            """);
        using var administrator = await host.VisitAsAsync(host.Administrator);

        var page = WebUtility.HtmlDecode(await administrator.ReadAsync("/admin"));

        Assert.Contains("张报表没有填报部门", page, StringComparison.Ordinal);
        Assert.Contains("没有部门的表", page, StringComparison.Ordinal);
        // A department reports, and nobody of it can sign in; the other has a reporter.
        Assert.Contains("测试局乙", page, StringComparison.Ordinal);
        Assert.DoesNotContain("测试局甲", page, StringComparison.Ordinal);
        Assert.Contains("人因多次登录失败被暂时锁定", page, StringComparison.Ordinal);
        Assert.DoesNotContain("被锁的人", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/admin/users", page, StringComparison.Ordinal);
        Assert.Contains("还没有备份", page, StringComparison.Ordinal);
        foreach (var path in new[] { "/admin/catalogue", "/admin/catalogue/units", "/admin/catalogue/departments", "/admin/catalogue/headlines", "/admin/rules", "/admin/forms", "/admin/calendar", "/admin/lights", "/admin/settings" })
        {
            Assert.Contains($"href=\"{path}\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("What needs attention", await administrator.ReadAsync("/admin?lang=en"), StringComparison.Ordinal);
    }
}
