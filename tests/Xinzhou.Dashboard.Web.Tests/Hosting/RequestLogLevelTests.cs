using Microsoft.AspNetCore.Http;
using Serilog.Events;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Quick")]
public sealed class RequestLogLevelTests
{
    [Theory]
    [InlineData("GET", "/", 200, 5, LogEventLevel.Debug)]
    [InlineData("HEAD", "/", 200, 5, LogEventLevel.Debug)]
    [InlineData("GET", "/api/v1/figures", 304, 5, LogEventLevel.Debug)]
    [InlineData("GET", "/nonsense", 404, 5, LogEventLevel.Information)]
    [InlineData("POST", "/", 200, 5, LogEventLevel.Information)]
    [InlineData("GET", "/", 200, 1500, LogEventLevel.Warning)]
    [InlineData("GET", "/healthz/live", 200, 5, LogEventLevel.Debug)]
    [InlineData("GET", "/_blazor", 101, 90_000, LogEventLevel.Debug)]
    [InlineData("GET", "/", 500, 5, LogEventLevel.Error)]
    [InlineData("GET", "/healthz/ready", 503, 5, LogEventLevel.Error)]
    public void In_Production_reads_that_go_well_are_quiet(string method, string path, int status, double milliseconds, LogEventLevel expected) =>
        Assert.Equal(expected, Of(method, path, status, milliseconds));

    [Fact]
    public void In_Development_reads_are_told() => Assert.Equal(LogEventLevel.Information, Of("GET", "/", 200, 5, isDevelopment: true));

    [Fact]
    public void A_failure_is_an_error_whatever_the_status() =>
        Assert.Equal(LogEventLevel.Error, Of("GET", "/", 200, 5, failure: new InvalidOperationException()));

    [Fact]
    public void Who_leaves_before_the_answer_is_no_failure_but_what_is_broken_off_otherwise_is()
    {
        Assert.Equal(LogEventLevel.Debug, Of("POST", "/", 500, 5, failure: new OperationCanceledException(), hasLeft: true));
        Assert.Equal(LogEventLevel.Error, Of("POST", "/", 500, 5, failure: new InvalidOperationException(), hasLeft: true));
        Assert.Equal(LogEventLevel.Error, Of("POST", "/", 500, 5, failure: new OperationCanceledException()));
    }

    private static LogEventLevel Of(
        string method, string path, int status, double milliseconds, bool isDevelopment = false, Exception? failure = null, bool hasLeft = false)
    {
        var context = new DefaultHttpContext
        {
            Request = { Method = method, Path = path },
            Response = { StatusCode = status },
            RequestAborted = new(hasLeft),
        };
        return RequestLogLevel.Of(context, milliseconds, failure, isDevelopment);
    }
}
