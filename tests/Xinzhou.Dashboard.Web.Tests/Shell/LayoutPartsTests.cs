using Bunit;
using Xinzhou.Dashboard.Web.Shell;
using Xinzhou.Dashboard.Web.Wording;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class LayoutPartsTests : ShellContext
{
    [Fact]
    public void A_page_of_one_indicator_belongs_to_the_entry_of_all()
    {
        GoTo("/indicators/gdp?asOf=2023-09-30");

        var links = Render<SiteLinks>();

        var here = Assert.Single(links.FindAll("a[aria-current=page]"));
        Assert.Equal("指标", here.TextContent);
        Assert.All(links.FindAll("a"), a => Assert.EndsWith("?asOf=2023-09-30", a.GetAttribute("href"), StringComparison.Ordinal));
    }

    [Fact]
    public void The_banner_names_the_day_and_leads_back_to_today()
    {
        GoTo("/tasks?view=list&asOf=2022-12-31&clock=recorded");

        var banner = Render<AsOfBanner>(p => p.Add(b => b.Reading, Address.AsOf));

        Assert.Contains("历史视图：2022-12-31本平台所存", banner.Markup, StringComparison.Ordinal);
        Assert.Equal("/tasks?view=list", banner.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void There_is_no_banner_today()
    {
        GoTo("/?asOf=2026-11-23");

        Assert.Empty(Render<AsOfBanner>(p => p.Add(b => b.Reading, Address.AsOf)).Markup.Trim());
    }

    [Fact]
    public void The_form_of_the_day_ends_today_and_keeps_the_other_filters()
    {
        GoTo("/tasks?light=grey&lang=en");

        var form = Render<AsOfForm>();

        Assert.Equal("/tasks", form.Find("form").GetAttribute("action"));
        Assert.Equal("2026-11-23", form.Find("input[type=date]").GetAttribute("max"));
        Assert.Equal(["light=grey", "lang=en"], form.FindAll("input[type=hidden]").Select(i => $"{i.GetAttribute("name")}={i.GetAttribute("value")}"));
    }

    [Fact]
    public void A_refused_moment_is_explained_in_the_language_of_the_reader()
    {
        Speak(Languages.English);
        GoTo("/?asOf=2099-01-01&lang=en");

        var refused = Render<AsOfRefused>(p => p.Add(r => r.Fault, AsOfFault.Future).Add(r => r.Written, "2099-01-01"));

        Assert.Contains("2099-01-01", refused.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Contains("later than now", refused.Find("[role=alert]").TextContent, StringComparison.Ordinal);
        Assert.Equal("/?lang=en", refused.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void The_language_switch_leads_to_the_same_view_in_the_other_language()
    {
        GoTo("/counties?period=2025&asOf=2026-01-31");
        Assert.Equal("/counties?period=2025&asOf=2026-01-31&lang=en", Render<LanguageSwitch>().Find("a").GetAttribute("href"));

        Speak(Languages.English);
        GoTo("/counties?period=2025&lang=en");
        Assert.Equal("/counties?period=2025", Render<LanguageSwitch>().Find("a").GetAttribute("href"));
    }
}
