using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>How much memory saving a cell takes, of the whole process: nothing else runs meanwhile.</summary>
[Collection(nameof(SavingMemoryTests))]
public sealed class SavingMemoryTests(ReturnWatchTests.Clocked app) : IClassFixture<ReturnWatchTests.Clocked>
{
    [Fact]
    public async Task Saving_a_cell_of_forty_rows_takes_little_memory_with_its_request_and_its_answer()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 40));
        using var reporter = await PersonaClient.SignInAsync(app.Site, made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        var taken = new List<long>();
        for (var seen = 0; seen < 20; seen++)
        {
            var before = GC.GetTotalAllocatedBytes(precise: true);
            using var answer = await reporter.PostAsync(
                $"/returns/{made.Return}/cells", new { cells = new[] { new { cell = "1-value", seen, text = $"212.{seen % 10}" } }, stamp = seen }, token);
            taken.Add(GC.GetTotalAllocatedBytes(precise: true) - before);
            Assert.True(answer.IsSuccessStatusCode);
        }

        // What is begun once, and what runs by the clock, is in some of them only.
        Assert.InRange(taken.Min(), 1, 400_000);
    }

    [CollectionDefinition(nameof(SavingMemoryTests), DisableParallelization = true)]
    public sealed class Alone;
}
