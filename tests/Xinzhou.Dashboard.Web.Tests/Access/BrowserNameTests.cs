using Xinzhou.Dashboard.Web.Account.OpenSessions;

namespace Xinzhou.Dashboard.Web.Tests.Access;

[Trait("Category", "Quick")]
[Trait("Category", "Security")]
public sealed class BrowserNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.2903.51", "Edge 131 · Windows")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36", "Chrome 130 · Windows")]
    [InlineData("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15", "Safari 18 · macOS")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", "Firefox 132 · Linux")]
    [InlineData("Mozilla/5.0 (Linux; Android 14; PGT-AN10) AppleWebKit/537.36 Version/4.0 Chrome/116.0 Mobile Safari/537.36 MicroMessenger/8.0.50", "WeChat 8 · Android")]
    [InlineData("curl/8.5.0", "curl 8")]
    [InlineData("", "")]
    [InlineData("<script>alert(1)</script>", "")]
    public void It_is_named_in_a_few_words_and_nothing_else_of_what_it_says_is_kept(string userAgent, string name) =>
        Assert.Equal(name, BrowserName.Of(userAgent));
}
