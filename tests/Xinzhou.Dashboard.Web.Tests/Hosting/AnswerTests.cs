using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

/// <summary>How answers go over the wire, with the whole application: HEAD.</summary>
public sealed class AnswerTests(AnswerTests.Serving serving) : IClassFixture<AnswerTests.Serving>
{
    private HttpClient Client => serving.Dashboard.Client;

    [Theory]
    [InlineData("/")]
    [InlineData("/tasks?lang=en")]
    [InlineData("/nonsense")]
    [InlineData("/downloads/figures.xlsx?indicator=gdp")]
    [InlineData("/api/v1/tasks")]
    [InlineData("/api/v1/nonsense")]
    [InlineData("/api")]
    [InlineData("/api/reference/")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    public async Task Head_answers_as_get_does_without_the_body(string path)
    {
        foreach (var packing in new[] { "", "br", "gzip" })
        {
            using var get = await AskAsync(path, packing);
            using var head = await AskAsync(path, packing, method: HttpMethod.Head);

            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
            Assert.Equal(get.Content.Headers.ContentEncoding, head.Content.Headers.ContentEncoding);
            Assert.Equal(get.Headers.ETag, head.Headers.ETag);
            Assert.Equal(get.Headers.Vary, head.Headers.Vary);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string packing, string? tag = null, HttpMethod? method = null)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, path);
        if (packing.Length > 0) request.Headers.AcceptEncoding.ParseAdd(packing);
        if (tag is not null) request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        return await Client.SendAsync(request);
    }

    /// <summary>One application for all of these tests.</summary>
    public sealed class Serving : IAsyncLifetime
    {
        private readonly PostgresDatabase _database = new();

        internal DashboardUnderTest Dashboard { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await _database.InitializeAsync();
            Dashboard = await DashboardUnderTest.StartAsync(_database, StartArguments.Production, "--Dashboard:PublicRead=true");
        }

        public async Task DisposeAsync()
        {
            await Dashboard.DisposeAsync();
            await _database.DisposeAsync();
        }
    }
}
