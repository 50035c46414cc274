using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Hosting;

[Trait("Category", "Security")]
public sealed class AccessTests(PostgresDatabase database) : IClassFixture<PostgresDatabase>
{
    [Fact]
    public async Task Production_without_PublicRead_sends_pages_to_sign_in_and_answers_everything_else_with_401()
    {
        await using var dashboard = await DashboardUnderTest.StartAsync(database, StartArguments.Production);
        using var stranger = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = dashboard.Client.BaseAddress };

        foreach (var path in new[] { "/api/v1/tasks", "/nonsense", "/_blazor/negotiate", "/live", "/openapi/v1.json" })
        {
            using var refused = await dashboard.Client.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Unauthorized), (path, refused.StatusCode));
            Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
            Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.Single().Scheme);
            var problem = await refused.Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal("unauthorized", problem.GetProperty("code").GetString());
        }

        foreach (var (path, way) in new[] { ("/", "/account/sign-in"), ("/tasks?lang=en", "/account/sign-in?returnUrl=%2Ftasks%3Flang%3Den&lang=en") })
        {
            using var sent = await stranger.GetAsync(path);
            Assert.Equal((path, HttpStatusCode.Redirect, way), (path, sent.StatusCode, sent.Headers.Location?.OriginalString));
        }

        // The program's own files, which the sign-in page needs, say nothing of the data.
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/icon.svg"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(dashboard, "/account/sign-in"));
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
