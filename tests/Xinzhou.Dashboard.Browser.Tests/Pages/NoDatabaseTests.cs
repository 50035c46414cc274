using System.Net;
using System.Text;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Browser.Tests.Pages;

/// <summary>Counts every command that the application sends to its database while it answers.</summary>
[Collection(nameof(ReadingTests))]
public sealed class NoDatabaseTests : IDisposable
{
    private static readonly Dictionary<string, string> Calculations = new()
    {
        ["forecast"] = """{"values":[1,2,3,4,5,6,7,8],"frequency":"quarter","horizon":2,"levels":[80]}""",
        ["progress/assess"] = """{"values":{"2020":200,"2023":230},"target":280,"targetYear":2027,"direction":"up","kind":"level"}""",
        ["supervision/clock"] = """{"assigned":"2026-09-30","grade":"ordinary","mode":"working"}""",
    };

    /// <summary>Whether the session or token of somebody holds is asked of the database; a pack is a file that is kept there, and conduct is counted from returns.</summary>
    private static readonly string[] WithDatabase = ["conduct", "judgements", "owners/missing", "packs/{hash}", "risks", "supervision", "supervision/circular", "supervision/{number}"];

    private static readonly Dictionary<string, string> ApiExamples = new()
    {
        ["aspects"] = "aspects",
        ["chains"] = "chains",
        ["changes"] = "changes",
        ["conflicts"] = "conflicts",
        ["departments"] = "departments",
        ["dimensions"] = "dimensions",
        ["figures"] = "figures?indicator=gdp&vintages=true&derived=true&format=csv",
        ["figures/{id}"] = "figures/f0000000001",
        ["indicators"] = "indicators",
        ["indicators/{code}"] = "indicators/gdp",
        ["lights"] = "lights",
        ["mechanisms"] = "mechanisms",
        ["milestones"] = "milestones",
        ["milestones/{year}"] = "milestones/2027",
        ["milestones/{year}/dimensions/{code}"] = "milestones/2027/dimensions/industry",
        ["notes"] = "notes",
        ["programmes"] = "programmes",
        ["reviews"] = "reviews",
        ["series"] = "series?unit=140900",
        ["series/{id}/figures"] = "series/s1/figures",
        ["series/{id}"] = "series/s1",
        ["sources"] = "sources",
        ["sources/{id}"] = "sources/d1",
        ["targets"] = "targets",
        ["tasks"] = "tasks",
        ["tasks/{number}"] = "tasks/1",
        ["units"] = "units",
        ["units/{code}"] = "units/140900",
    };

    private readonly Statements _sent;
    private readonly Chromium _chromium;
    private readonly DashboardApp _app;

    public NoDatabaseTests(Chromium chromium, DashboardApp app) =>
        (_chromium, _app, _sent) = (chromium, app, new(app.Database.AppConnectionString, ofRequests: true));

    public void Dispose() => _sent.Dispose();

    [Fact]
    public async Task No_reading_page_touches_PostgreSQL()
    {
        foreach (var path in SitePages.Reading)
        {
            (await _app.Client.GetAsync(path)).EnsureSuccessStatusCode();
            (await _app.Client.GetAsync($"{path}{(path.Contains('?') ? '&' : '?')}lang=en")).EnsureSuccessStatusCode();
        }

        await using var opened = await ShellPage.OpenAsync(_chromium, $"{_app.Address}/indicators/gdp");
        await opened.UntilLiveAsync();

        await AssertSilentAndListeningAsync();
    }

    [Fact]
    public async Task No_read_of_the_API_touches_PostgreSQL()
    {
        var patterns = _app.Patterns.Where(p => p.StartsWith("/api/v1/", StringComparison.Ordinal)).Select(p => p["/api/v1/".Length..]).Distinct();
        Assert.Equal(patterns.Except(WithDatabase).Order(), ApiExamples.Keys.Concat(Calculations.Keys).Order());

        foreach (var example in ApiExamples.Values)
        {
            using var answer = await _app.Client.GetAsync($"/api/v1/{example}");
            Assert.Equal((example, HttpStatusCode.OK), (example, answer.StatusCode));
        }

        foreach (var (path, body) in Calculations)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await _app.Client.PostAsync($"/api/v1/{path}", content);
            Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        }

        await AssertSilentAndListeningAsync();
    }

    /// <summary>Nothing was sent so far; and what is sent is heard: the check of readiness asks the database.</summary>
    private async Task AssertSilentAndListeningAsync()
    {
        Assert.Empty(_sent.Take());
        (await _app.Client.GetAsync("/healthz/ready")).EnsureSuccessStatusCode();
        Assert.NotEmpty(_sent.Take());
    }
}
