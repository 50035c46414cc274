using System.Net;
using System.Text.Json;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Faults;

/// <summary>What PostgreSQL cannot do for the moment is said to who saves, in words that tell what helps.</summary>
[Trait("Category", "Faults")]
public sealed class OutageAnswerTests(LiveDashboard app) : IClassFixture<LiveDashboard>
{
    [Theory]
    [InlineData("53100", "disk_full", "磁盘已满")]
    [InlineData("53300", "database_crowded", "连接已满")]
    [InlineData("25006", "database_read_only", "只读")]
    [InlineData("57P03", "unavailable", "没有应答")]
    public async Task A_save_is_answered_with_503_and_a_sentence_and_goes_in_when_it_is_sent_again(string state, string code, string words)
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App);
        using var reporter = await PersonaClient.SignInAsync(app.Client.BaseAddress!.GetLeftPart(UriPartial.Authority), made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        var body = new { cells = new[] { new { cell = "1-value", seen = 0, text = "246.0" } }, stamp = -1 };
        await ExecuteAsync(
            $"""
            CREATE OR REPLACE FUNCTION cannot() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'cannot' USING ERRCODE = '{state}'; END $$;
            CREATE TRIGGER cannot BEFORE INSERT ON return_cell_changes FOR EACH ROW EXECUTE FUNCTION cannot();
            """);

        using (var refused = await reporter.PostAsync($"/returns/{made.Return}/cells", body, token))
        {
            await ExecuteAsync("DROP TRIGGER cannot ON return_cell_changes");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.StatusCode);
            Assert.NotNull(refused.Headers.RetryAfter?.Delta);
            using var problem = JsonDocument.Parse(await refused.Content.ReadAsStringAsync());
            Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
            Assert.Contains(words, problem.RootElement.GetProperty("title").GetString() + problem.RootElement.GetProperty("detail").GetString(), StringComparison.Ordinal);
        }

        using var saved = await reporter.PostAsync($"/returns/{made.Return}/cells", body, token);
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var command = app.Database.Owner.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
