using Microsoft.Extensions.Configuration;
using Xinzhou.Dashboard.Web.Hosting;
using Xinzhou.Dashboard.Web.Settings;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Quick")]
public sealed class ListenAddressesTests
{
    [Fact]
    public void Without_an_address_it_listens_on_5080_of_this_machine()
    {
        Assert.Equal(["http://127.0.0.1:5080"], Read(null));
    }

    [Theory]
    [InlineData("http://localhost:5080")]
    [InlineData("http://127.0.0.2:5080")]
    [InlineData("https://[::1]:5080")]
    public void Development_takes_addresses_of_this_machine(string url) => Assert.Equal([url], Read(url));

    [Fact]
    public void A_free_port_of_localhost_is_one_of_the_loopback_address() => Assert.Equal(["http://127.0.0.1:0"], Read("http://localhost:0"));

    [Theory]
    [InlineData("http://0.0.0.0:5080")]
    [InlineData("http://+:5080")]
    [InlineData("http://*:80")]
    [InlineData("http://[::]:5080")]
    [InlineData("http://192.168.1.2:5080")]
    [InlineData("http://dashboard.example:5080")]
    [InlineData("http://127.0.0.1:5080;http://0.0.0.0:80")]
    public void Development_refuses_addresses_open_to_other_machines_and_Production_takes_them(string url)
    {
        var refused = Assert.Throws<SettingsException>(() => Read(url));

        Assert.Contains("--environment Production", refused.Message, StringComparison.Ordinal);
        Assert.Equal(url.Split(';'), Read(url, isDevelopment: false));
    }

    [Fact]
    public void Development_refuses_an_open_end_point_of_the_configuration_too()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["Kestrel:Endpoints:Open:Url"] = "http://*:5081" })
            .Build();

        Assert.Throws<SettingsException>(() => ListenAddresses.Read(null, configuration, isDevelopment: true));
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("5080")]
    [InlineData("ftp://127.0.0.1")]
    [InlineData("http://")]
    public void What_is_no_address_is_refused(string url) => Assert.Throws<SettingsException>(() => Read(url, isDevelopment: false));

    private static IReadOnlyList<string> Read(string? url, bool isDevelopment = true) =>
        ListenAddresses.Read(url, new ConfigurationBuilder().Build(), isDevelopment);
}
