using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Web.Api.Tokens;
using Xinzhou.Dashboard.Web.Hosting;

namespace Xinzhou.Dashboard.Web.Tests.Api;

/// <summary>Who may read the API of an installation that is not open to the public, and how often.</summary>
[Trait("Category", "Security")]
public sealed class TokenTests(TokenTests.Closed dashboard) : IClassFixture<TokenTests.Closed>
{
    // More than a test asks with one token, and less than any machine answers in a second.
    private const int RequestsPerSecond = 5;

    private ApiTokens Tokens => dashboard.Services.GetRequiredService<ApiTokens>();

    [Theory]
    [InlineData("tasks")]
    [InlineData("nothing")]
    [InlineData("/openapi/v1.json")]
    public async Task Without_a_token_the_answer_is_401(string address)
    {
        var (status, problem, headers) = await Ask(address, null);

        Assert.Equal((401, "unauthorized"), (status, problem.GetProperty("code").GetString()));
        Assert.Equal("Bearer", headers.WwwAuthenticate.Single().Scheme);
    }

    [Fact]
    public async Task With_a_token_the_answer_is_given()
    {
        var token = await Create();

        var (status, answer, _) = await Ask("tasks", token);

        Assert.Equal((200, 39), (status, answer.GetProperty("total").GetInt32()));
        Assert.Equal(404, (await Ask("nothing", token)).Status);
    }

    [Theory]
    [InlineData("xzd_0000000000000000000000000000000000000000000AAAA")]
    [InlineData("nonsense")]
    public async Task A_made_up_token_is_refused(string token)
    {
        var (status, problem, _) = await Ask("tasks", token);

        Assert.Equal((401, "invalid_token"), (status, problem.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task A_well_formed_token_that_nobody_made_is_refused()
    {
        Assert.Equal(401, (await Ask("tasks", TokenSecret.Create())).Status);
    }

    [Fact]
    public async Task An_expired_token_is_refused()
    {
        var token = await Create(TimeSpan.Zero);

        Assert.Equal(401, (await Ask("tasks", token)).Status);
    }

    [Fact]
    public async Task A_revoked_token_is_refused()
    {
        var token = await Create();
        var id = (await Tokens.FindAsync(token))!.Id;

        Assert.True(await Tokens.RevokeAsync(id, "test"));

        Assert.Equal(401, (await Ask("tasks", token)).Status);
        Assert.False(await Tokens.RevokeAsync(id, "test"));
    }

    [Fact]
    public async Task Who_asks_too_often_is_told_when_to_come_back_and_others_are_not_kept_waiting()
    {
        var (eager, other) = (await Create(), await Create());
        // The first makes the token known, so that not sixty ask the database for it at once.
        List<(int Status, JsonElement Answer, HttpResponseHeaders Headers)> answers = [await Ask("milestones", eager)];
        // However slow the machine is: at last more come in a second than may.
        await Wait.UntilAsync(async () =>
        {
            answers.AddRange(await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => Ask("milestones", eager))));
            return answers.Any(a => a.Status == 429);
        });

        Assert.InRange(answers.Count(a => a.Status == 200), RequestsPerSecond, answers.Count - 1);
        Assert.All(answers, a => Assert.True(a.Status is 200 or 429));
        var refused = answers.First(a => a.Status == 429);
        Assert.Equal("too_many_requests", refused.Answer.GetProperty("code").GetString());
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 5);
        Assert.Equal(200, (await Ask("milestones", other)).Status);

        await Wait.UntilAsync(async () => (await Ask("milestones", eager)).Status == 200);
    }

    [Fact]
    public void Each_token_has_as_many_requests_as_the_setting_says_and_not_one_more()
    {
        var limits = new TokenLimits(RequestsPerSecond);
        foreach (var bearer in new[] { "token 1", "token 2" })
        {
            var partition = limits.GetPartition(new DefaultHttpContext { User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, bearer)])) });
            Assert.Equal(bearer, partition.PartitionKey);
            // Nobody fills it up here.
            using var limiter = partition.Factory(bearer);
            for (var i = 0; i < RequestsPerSecond; i++) Assert.True(limiter.AttemptAcquire().IsAcquired);
            Assert.False(limiter.AttemptAcquire().IsAcquired);
        }
    }

    [Fact]
    public async Task Only_the_hash_of_a_token_is_kept_and_its_making_is_in_the_audit_log()
    {
        var token = await Create();

        await using var command = dashboard.Database.Owner.CreateCommand(
            "SELECT (SELECT count(*) FROM api_tokens t WHERE t::text LIKE '%' || $1 || '%')," +
            " (SELECT count(*) FROM audit_events WHERE action = 'token.create' AND subject = 'token ' || $2)," +
            " (SELECT count(*) FROM audit_events e WHERE e::text LIKE '%' || $1 || '%')");
        command.Parameters.AddWithValue(token);
        command.Parameters.AddWithValue((await Tokens.FindAsync(token))!.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();

        Assert.Equal((0L, 1L, 0L), (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2)));
    }

    [Fact]
    public async Task Health_needs_no_token()
    {
        using var response = await dashboard.Client.GetAsync("/healthz/ready");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    private Task<string> Create(TimeSpan? lifetime = null) =>
        Tokens.CreateAsync("test", Role.Viewer, [TokenScope.Read], lifetime ?? TimeSpan.FromDays(1), "test");

    private async Task<(int Status, JsonElement Answer, HttpResponseHeaders Headers)> Ask(string address, string? token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {token}");
        }

        using var response = await dashboard.Client.SendAsync(request);
        return ((int)response.StatusCode, JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, response.Headers);
    }

    /// <summary>An installation that is not open to the public.</summary>
    public sealed class Closed : LiveDashboard
    {
        protected override string Environment => StartArguments.Production;

        protected override IReadOnlyList<string> Settings => ["--Dashboard:PublicRead=false", FormattableString.Invariant($"--Dashboard:ApiRequestsPerSecond={RequestsPerSecond}")];
    }
}
