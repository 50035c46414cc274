using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>What saving a cell costs; how long it takes, <c>eng/bench entry</c> measures.</summary>
public sealed partial class SavingCostTests(ReturnWatchTests.Clocked app) : IClassFixture<ReturnWatchTests.Clocked>
{
    [Fact]
    public async Task A_cell_of_two_hundred_rows_is_saved_with_as_many_round_trips_and_answered_with_as_many_bytes_as_one_of_twenty()
    {
        var (few, many) = (await SaveAsync(20), await SaveAsync(200));

        // What is there, locked; the cell, its change, the event and the commit.
        Assert.Equal((2, 2), (few.RoundTrips, many.RoundTrips));
        // The counts in it have a digit more.
        Assert.InRange(many.Bytes, 1, few.Bytes * 1.1);
    }

    /// <summary>
    /// The least that saving the second cell and those after it costs: what is begun once is not counted, for the application or on each
    /// connection of the pool.
    /// </summary>
    private async Task<(int RoundTrips, int Bytes)> SaveAsync(int rows)
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, rows));
        using var reporter = await PersonaClient.SignInAsync(app.Site, made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        using var statements = new Statements(app.Database.AppConnectionString);
        var (sent, bytes, stamp) = (new List<int>(), new List<int>(), -1);
        for (var row = 1; row <= 20; row++)
        {
            statements.Take();
            using var answer = await reporter.PostAsync(
                $"/returns/{made.Return}/cells", new { cells = new[] { new { cell = $"{row}-value", seen = 0, text = "212.5" } }, stamp }, token);
            Assert.True(answer.IsSuccessStatusCode);
            sent.Add(statements.Take().Count);
            // As the page does: who says what he has gets what he has not.
            var rendered = await answer.Content.ReadAsStringAsync();
            bytes.Add(Encoding.UTF8.GetByteCount(rendered));
            stamp = int.Parse(Stamp().Match(rendered).Groups[1].Value, CultureInfo.InvariantCulture);
        }

        return (sent.Skip(1).Min(), bytes.Skip(1).Min());
    }

    [GeneratedRegex("data-stamp=\"(\\d+)\"")]
    private static partial Regex Stamp();
}
