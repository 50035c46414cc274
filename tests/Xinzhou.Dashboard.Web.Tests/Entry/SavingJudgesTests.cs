using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Rules;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Web.Tests.Entry;

/// <summary>How often a save judges a cell. The application is this test's own: a rule of the test stays in it, for which no page has words.</summary>
public sealed class SavingJudgesTests(ReturnWatchTests.Clocked app) : IClassFixture<ReturnWatchTests.Clocked>
{
    [Fact]
    public async Task A_save_judges_each_cell_once_however_many_are_saved()
    {
        var made = await IndustryQuarter.MakeAsync(app.Database.Owner, app.Database.App, await CountyRows.ReadAsync(app.Database.App, 40));
        using var reporter = await PersonaClient.SignInAsync(app.Site, made.Reporter.UserName);
        var token = await reporter.TokenAsync($"/returns/{made.Return}");
        var (snapshots, counting) = (app.Services.GetRequiredService<SnapshotStore>(), new CountingRule());
        // The people who were just made are still announced, and bring another snapshot.
        snapshots.Changed += Count;
        Count();

        Assert.Equal(1, await JudgedAsync(1, "212.5", 0));
        Assert.Equal(40, await JudgedAsync(40, "213.5", 1));

        // How often the rule is asked when so many cells are saved, of which the first has been saved so often.
        async Task<int> JudgedAsync(int cells, string typed, int firstSeen)
        {
            var before = counting.Judged;
            using var answer = await reporter.PostAsync(
                $"/returns/{made.Return}/cells",
                new { cells = Enumerable.Range(1, cells).Select(row => new { cell = $"{row}-value", seen = row == 1 ? firstSeen : 0, text = typed }), stamp = 0 },
                token);
            Assert.True(answer.IsSuccessStatusCode);
            return counting.Judged - before;
        }

        void Count()
        {
            var rules = snapshots.Current.Rules.Rules;
            if (!rules.Contains(counting)) snapshots.Replace(snapshots.Current with { Rules = new([.. rules, counting]) });
        }
    }

    private sealed record CountingRule() : Rule(Counted, "counting", Severity.Warning)
    {
        private static readonly RuleKind Counted = new("counting", typeof(CountingRule)) { Reach = RuleReach.SingleFigure, Make = (_, _, _) => new CountingRule() };

        private int _judged;

        public int Judged => _judged;

        public override bool Concerns(Series series) => true;

        public override Breach? Judge(BookView view, Figure figure)
        {
            Interlocked.Increment(ref _judged);
            return null;
        }
    }
}
