using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

public sealed class AccessTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Production_without_PublicRead_serves_health_and_401_only()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(database, StartArguments.Production);

        foreach (var path in new[] { "/", "/api/v1/tasks", "/nonsense", "/_framework/blazor.web.js", "/icon.svg", "/_blazor/negotiate" })
        {
            using var refused = await dashboard.Client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, refused.StatusCode));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("unauthorized", problem.GetProperty("code").GetString());
        }

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/healthz/live"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/healthz/ready"));
    }

    [Fact]
    public async Task Production_with_PublicRead_serves_pages_and_their_scripts()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(database, StartArguments.Production, "--Dashboard:PublicRead=true");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/"));
        Assert.NotEmpty(await dashboard.Client.GetByteArrayAsync("/_framework/blazor.web.js"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/api/v1/tasks"));
    }

    private static async Task<HttpStatusCode> StatusAsync(DashboardUnderTest dashboard, string path)
    {
        using var answer = await dashboard.Client.GetAsync(path);
        return answer.StatusCode;
    }
}
