using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Administration;

public sealed class FormPagesTests(AdministrationHost host) : IClassFixture<AdministrationHost>
{
    private FormCatalogue Forms => host.Services.GetRequiredService<FormCatalogue>();

    [Trait("Category", "Security")]
    [Fact]
    public async Task Only_the_system_administrator_sees_and_changes_forms_and_the_calendar()
    {
        var code = await FormAsync();
        await host.Setup.OpenAsync("2025-Q1", "d1", code);
        string[] paths = ["/admin/forms", "/admin/forms/new", $"/admin/forms/{code}", "/admin/calendar", $"/admin/calendar/new?form={code}&quarter=2026-Q4", $"/admin/calendar/{code}/2025-Q1"];
        foreach (var role in Enum.GetValues<Role>().Where(r => r != Role.Admin))
        {
            using var visitor = await host.VisitAsAsync(role);
            foreach (var path in paths)
            {
                using var page = await visitor.GetAsync(path);
                Assert.Equal((role, path, HttpStatusCode.Forbidden), (role, path, page.StatusCode));
            }

            // With a token of another page's form: the right is missing, not the token.
            using var saved = await visitor.SubmitAsync("/messages", "form", $"/admin/forms/{code}", ("seen", "1"), ("act", "save"), ("reason", "越权"));
            using var set = await visitor.SubmitAsync("/messages", "next", "/admin/calendar", ("quarter", "2025-Q2"));
            Assert.Equal((role, HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (role, saved.StatusCode, set.StatusCode));
        }

        using var administrator = await host.VisitAsAsync(host.Administrator);
        foreach (var path in paths) await administrator.ReadAsync(path);
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task What_is_posted_to_the_pages_does_nothing_and_unknown_ones_are_not_found()
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);
        foreach (var (path, handler) in new[] { ($"/admin/forms/{code}", "form"), ("/admin/calendar", "next") })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, path)
            {
                Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = handler, ["act"] = "save", ["seen"] = "1", ["name"] = "伪造", ["reason"] = "伪造", ["quarter"] = "2030-Q1" }),
            };
            using var answer = await administrator.SendAsync(request);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(1, (await Forms.FindAsync(code))!.Version);
        foreach (var path in new[] { "/admin/forms/no-such", "/admin/calendar/no-such/2026-Q3", $"/admin/calendar/{code}/2026-Q9", $"/admin/calendar/{code}/2019-Q1" })
        {
            using var missing = await administrator.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, missing.StatusCode));
        }
    }

    [Theory]
    [InlineData("/admin/calendar/new", "报表和季度没有写明")]
    [InlineData("/admin/calendar/new?form=no-such&quarter=2026-Q4", "没有要安排的这张报表")]
    [InlineData("/admin/calendar/new?form={0}&quarter=2026-Q9", "报表和季度没有写明")]
    [InlineData("/admin/calendar/new?form={0}", "报表和季度没有写明")]
    public async Task What_is_to_be_planned_is_asked_for_where_the_address_does_not_say_it(string path, string said)
    {
        var code = await FormAsync();
        using var administrator = await host.VisitAsAsync(host.Administrator);

        var page = WebUtility.HtmlDecode(await administrator.ReadAsync(path.Replace("{0}", code, StringComparison.Ordinal)));

        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains($"id=\"entry-{code}-", page, StringComparison.Ordinal);
    }

    private async Task<string> FormAsync()
    {
        var code = $"f{Guid.NewGuid():N}"[..12];
        await host.Setup.FormAsync([ReturnSetup.Series("fixed_asset_investment"), ReturnSetup.Series("retail_sales", growth: true)], ["d1"], code, $"季度表{code}");
        return code;
    }
}
