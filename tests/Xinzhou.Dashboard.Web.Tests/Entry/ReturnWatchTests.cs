using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Api;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>What an open page of a return is told: at once what is announced, the rest at the next look ten seconds later.</summary>
[Trait("Category", "Faults")]
public sealed class ReturnWatchTests(ReturnWatchTests.Clocked app) : IClassFixture<ReturnWatchTests.Clocked>
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_changed_state_is_told_when_it_is_announced_and_not_only_at_the_next_look()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, [ReturnSetup.Series("retail_sales")]);
        using var reporter = await PersonaClient.SignInAsync(app.Site, made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        using var saved = await SaveAsync(reporter, made, token);
        using var stream = await OpenAsync(reporter, made);
        Assert.StartsWith("in_progress|2|", await NextAsync(stream), StringComparison.Ordinal);

        // The clock stands: no look comes by itself.
        using var done = await reporter.PostAsync($"/returns/{made.Return}/submit", new { version = 2 }, token);

        Assert.True(done.IsSuccessStatusCode);
        Assert.StartsWith("submitted|3|", await NextAsync(stream), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_somebody_else_saves_is_told_at_the_next_look()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, [ReturnSetup.Series("retail_sales")]);
        using var reporter = await PersonaClient.SignInAsync(app.Site, made.Reporter.UserName);
        using var colleague = await PersonaClient.SignInAsync(app.Site, made.Colleague.UserName);
        using (var first = await SaveAsync(colleague, made, await colleague.TokenAsync($"/returns/{made.Return}"))) Assert.True(first.IsSuccessStatusCode);
        using var stream = await OpenAsync(reporter, made);
        var before = await NextAsync(stream);
        using (var second = await SaveAsync(colleague, made, await colleague.TokenAsync($"/returns/{made.Return}"), seen: 1)) Assert.True(second.IsSuccessStatusCode);

        // A look that was under way when the cell was saved has none to tell; the one after it has.
        var told = NextAsync(stream);
        await Wait.UntilAsync(() =>
        {
            if (!told.IsCompleted) app.Clock.Pass(Look);
            return told.IsCompleted;
        });

        Assert.StartsWith("in_progress|2|", await told, StringComparison.Ordinal);
        Assert.NotEqual(before, await told);
    }

    private static Task<HttpResponseMessage> SaveAsync(PersonaClient who, IndustryQuarter made, string token, int seen = 0) =>
        who.PostAsync($"/returns/{made.Return}/cells", new { cells = new[] { new { cell = "1-value", seen, text = $"{88 + seen}" } }, stamp = -1 }, token);

    private static async Task<StreamReader> OpenAsync(PersonaClient reporter, IndustryQuarter made) =>
        new(await Wait.ForAsync(reporter.Http.GetStreamAsync($"/returns/{made.Return}/events")));

    private static async Task<string> NextAsync(StreamReader stream)
    {
        using var limit = Wait.Limited();
        while (await stream.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.StartsWith("data: ", StringComparison.Ordinal)) return line["data: ".Length..];
        }

        return "";
    }

    /// <summary>The application by a clock that stands.</summary>
    public sealed class Clocked : LiveDashboard
    {
        public StandingClock Clock { get; } = new();

        public string Site => Client.BaseAddress!.GetLeftPart(UriPartial.Authority);

        // The clock runs ahead while a look is waited for; nobody's session is to end by that.
        protected override IReadOnlyList<string> Settings => ["--Dashboard:SessionMinutes=1440", "--Dashboard:SessionHours=720"];

        protected override void Replace(IServiceCollection services) => services.AddSingleton<TimeProvider>(Clock);
    }
}
