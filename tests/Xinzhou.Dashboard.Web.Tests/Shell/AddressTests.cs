using Xinzhou.Dashboard.Web.Shell;

namespace Xinzhou.Dashboard.Web.Tests.Shell;

public sealed class AddressTests : ShellContext
{
    [Fact]
    public void A_link_keeps_the_day_the_clock_and_the_language()
    {
        GoTo("/tasks?light=grey&asOf=2023-09-30&clock=recorded&lang=en");

        Assert.Equal("/indicators/gdp?unit=140900&asOf=2023-09-30&clock=recorded&lang=en",
            Address.To("/indicators/gdp", ("unit", "140900")));
    }

    [Theory]
    [InlineData("/supervision", false)]
    [InlineData("/supervision/2026-001", false)]
    [InlineData("/plan/tasks/1", false)]
    [InlineData("/reviews/1/minutes", false)]
    [InlineData("/todo", false)]
    [InlineData("/supervision/circular", true)]
    [InlineData("/supervision/sheet", true)]
    [InlineData("/conduct", true)]
    [InlineData("/", true)]
    [InlineData("/planned", true)]
    public void Where_people_work_it_is_now_and_their_links_keep_the_day(string path, bool isPast)
    {
        GoTo($"{path}?asOf=2023-09-30");

        Assert.Equal(isPast, Address.AsOf.Past is not null);
        Assert.Equal("/tasks?asOf=2023-09-30", Address.To("/tasks"));
    }

    [Fact]
    public void A_link_from_a_plain_page_is_plain()
    {
        GoTo("/tasks?light=grey");

        Assert.Equal("/indicators/gdp", Address.To("/indicators/gdp"));
        Assert.Equal("/", Address.To("/"));
    }

    [Fact]
    public void A_parameter_without_a_value_is_left_out_and_a_given_one_replaces_what_is_kept()
    {
        GoTo("/?asOf=2023-09-30");

        Assert.Equal("/counties?asOf=2022-12-31", Address.To("/counties", ("asOf", "2022-12-31"), ("unit", null)));
        Assert.Equal("/counties", Address.To("/counties", ("asOf", null)));
    }

    [Fact]
    public void The_fragment_stands_behind_the_query()
    {
        GoTo("/?lang=en");

        Assert.Equal("/indicators/gdp?lang=en#sources", Address.To("/indicators/gdp#sources"));
    }

    [Fact]
    public void Chinese_values_are_escaped_and_read_back()
    {
        GoTo(Address.To("/search", ("q", "一般公共预算 & 收入")));

        Assert.Equal("一般公共预算 & 收入", Address.Get("q"));
    }

    [Fact]
    public void Here_changes_some_parameters_and_keeps_the_rest_repeated_ones_too()
    {
        GoTo("/tasks?light=grey&light=red&asOf=2023-09-30&view=wall");

        Assert.Equal("/tasks?light=grey&light=red&view=wall", Address.Here(("asOf", null)));
        Assert.Equal("/tasks?light=grey&light=red&asOf=2023-09-30&view=list", Address.Here(("view", "list")));
        Assert.Equal("/tasks?asOf=2023-09-30&view=wall", Address.Here(("light", null)));
    }

    [Theory]
    [InlineData("/?lang=zh-CN")]
    [InlineData("/?lang=fr")]
    [InlineData("/?clock=known")]
    public void Defaults_are_not_carried_along(string address)
    {
        GoTo(address);

        Assert.Equal("/tasks", Address.To("/tasks"));
        Assert.Empty(Address.Kept);
    }

    [Theory]
    [InlineData("/indicators/gdp?unit=140900#sources", "/indicators/gdp")]
    [InlineData("/?lang=en", "/")]
    public void The_path_is_without_query_and_fragment(string address, string path)
    {
        GoTo(address);

        Assert.Equal(path, Address.Path);
    }

    [Theory]
    [InlineData("单位GDP能耗/万元", "/indicators/%E5%8D%95%E4%BD%8DGDP%E8%83%BD%E8%80%97%2F%E4%B8%87%E5%85%83/compare")]
    [InlineData("a#b?c%2Fd", "/indicators/a%23b%3Fc%252Fd/compare")]
    public void What_is_put_into_a_path_stays_one_segment_of_it(string code, string path)
    {
        GoTo("/?lang=en");

        Assert.Equal($"{path}?lang=en", Address.To($"/indicators/{code}/compare"));
        Assert.Equal("/tasks/1?lang=en#item-2", Address.To($"/tasks/{1}#item-{2}"));
        GoTo($"{path}?unit=140900");
        Assert.Equal($"{path}?unit=140902", Address.Here(("unit", "140902")));
    }

    [Fact]
    public void A_form_carries_every_parameter_but_its_own()
    {
        GoTo("/tasks?light=grey&asOf=2023-09-30&lang=en");

        Assert.Equal(["light=grey", "lang=en"], Address.Others("asOf").Select(p => $"{p.Key}={p.Value}"));
    }
}
