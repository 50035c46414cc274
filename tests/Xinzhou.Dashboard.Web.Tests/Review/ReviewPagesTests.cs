using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing;

namespace Xinzhou.Dashboard.Web.Tests.Review;

public sealed class ReviewPagesTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Trait("Category", "Security")]
    [Fact]
    public async Task Only_a_reviewer_sees_what_waits_and_decides_on_it()
    {
        var id = await host.SubmittedAsync();
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await host.VisitAsAsync(role);
            using var page = await visitor.GetAsync($"/review/{id}");
            Assert.Equal((role, role == Role.Reviewer ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, page.StatusCode));
            if (role == Role.Reviewer)
            {
                continue;
            }

            // With a token of another page's form: the right is missing, not the token.
            using var posted = await visitor.SubmitAsync("/messages", "decide", $"/review/{id}", ("seen", "3"), ("act", "release"));
            Assert.Equal((role, HttpStatusCode.Forbidden), (role, posted.StatusCode));
        }

        using var unknown = host.Visit();
        using var sent = await unknown.GetAsync("/review");
        Assert.Equal(HttpStatusCode.Redirect, sent.StatusCode);
        Assert.Empty(await host.FiguresOfAsync(id));
    }

    [Fact]
    public async Task A_release_puts_the_figures_on_the_pages_with_both_people()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        Assert.Contains("王填报", await reviewer.ReadAsync($"/review/{id}"), StringComparison.Ordinal);

        using var done = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(ReturnState.Released, (await host.FindAsync(id)).State);
        var figures = await host.FiguresOfAsync(id);
        Assert.Equal([123.4m, 5.6m, 78.9m], figures.Select(f => f.Value).OrderDescending().Order(Comparer<decimal>.Create((a, b) => Order(a).CompareTo(Order(b)))));
        await host.UntilShownAsync(figures[^1].Id);
        using var anybody = host.Visit();
        var page = await anybody.ReadAsync($"/figures/f{figures[0].Id:D10}");
        Assert.Contains("王填报", page, StringComparison.Ordinal);
        Assert.Contains("李审核", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"/review/{id}", page, StringComparison.Ordinal);
        Assert.Contains($"/review/{id}", await reviewer.ReadAsync($"/figures/f{figures[0].Id:D10}"), StringComparison.Ordinal);
        Assert.Contains("\"reliability\":\"return\"", await anybody.ReadAsync("/api/v1/sources?limit=5000"), StringComparison.Ordinal);
        Assert.Contains("审定入库", await reviewer.ReadAsync($"/review/{id}?done=released"), StringComparison.Ordinal);

        static int Order(decimal value) => Array.IndexOf([123.4m, 5.6m, 78.9m], value);
    }

    [Fact]
    public async Task What_a_release_would_do_is_said_before_it_is_done()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var seen = (await host.FindAsync(id)).Version;

        using var asked = await ReviewHost.DecideAsync(reviewer, id, "ask", seen, ("cell", "1-value"), ("text[1-value]", "与直报差3.2"));
        var said = await asked.Content.ReadAsStringAsync();
        Assert.Contains("3个数入库", said, StringComparison.Ordinal);
        Assert.Contains("勾选退回的1格不会退回", said, StringComparison.Ordinal);
        Assert.Contains("与直报差3.2", said, StringComparison.Ordinal);
        Assert.Contains("测试局甲收到通知", said, StringComparison.Ordinal);
        Assert.Equal(ReturnState.Submitted, (await host.FindAsync(id)).State);
        Assert.Empty(await host.FiguresOfAsync(id));

        using var stale = await ReviewHost.DecideAsync(reviewer, id, "ask", seen - 1);
        Assert.Contains("已有变化", await stale.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await ReviewHost.DecideAsync(reviewer, id, "release", seen);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
    }

    [Fact]
    public async Task Only_the_marked_cells_go_back_each_with_a_comment()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var seen = (await host.FindAsync(id)).Version;

        using var silent = await ReviewHost.DecideAsync(
            reviewer, id, "return", seen, ("cell", "1-value"), ("cell", "2-value"), ("text[1-value]", "与直报差3.2"));
        var refused = await silent.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.OK, silent.StatusCode);
        Assert.Contains("逐格写明意见", refused, StringComparison.Ordinal);
        Assert.Contains("与直报差3.2", refused, StringComparison.Ordinal);
        Assert.Equal(ReturnState.Submitted, (await host.FindAsync(id)).State);

        using var done = await ReviewHost.DecideAsync(reviewer, id, "return", seen, ("cell", "1-value"), ("text[1-value]", "与直报差3.2"), ("text[2-value]", "没有勾选"));
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        var returned = await host.FindAsync(id);
        Assert.Equal(ReturnState.Returned, returned.State);
        Assert.Equal([ReviewHost.Investment], returned.Cells.Values.Where(c => c.SentBack).Select(c => c.Address));
        Assert.Equal(["与直报差3.2"], returned.Comments.Select(c => c.Text));
        Assert.Empty(await host.FiguresOfAsync(id));

        await host.FillAsync(id, (ReviewHost.Investment, new(126.6m)));
        await host.SubmitAsync(id);
        var again = await reviewer.ReadAsync($"/review/{id}");
        Assert.Contains("较上次有变 1格", again, StringComparison.Ordinal);
        Assert.Contains("+3.2", WebUtility.HtmlDecode(again), StringComparison.Ordinal);
        Assert.DoesNotContain("78.9", again, StringComparison.Ordinal);
        Assert.Contains("78.9", await reviewer.ReadAsync($"/review/{id}?cells=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_cell_of_the_longest_form_can_be_ticked_and_written_of()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var seen = (await host.FindAsync(id)).Version;
        var others = Enumerable.Range(2, 2 * FormCheck.MaxRows - 1).ToArray();

        // Ticks that name no cell take as much room as those that do.
        using var done = await ReviewHost.DecideAsync(
            reviewer, id, "return", seen,
            [.. others.Select(_ => ("cell", "none")), ("cell", "1-value"), .. others.Select(n => ($"text[{n}-value]", "")), ("text[1-value]", "请核对")]);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["请核对"], (await host.FindAsync(id)).Comments.Select(c => c.Text));
    }

    [Fact]
    public async Task What_has_changed_since_it_was_seen_is_not_released()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var seen = (await host.FindAsync(id)).Version;
        await host.Steps.TakeBackAsync(id, seen, host.Reporter);
        await host.FillAsync(id, (ReviewHost.Sales, new(80m)));
        await host.SubmitAsync(id);

        using var refused = await ReviewHost.DecideAsync(reviewer, id, "release", seen);

        Assert.Contains("已有变化", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(ReturnState.Submitted, (await host.FindAsync(id)).State);
        Assert.Empty(await host.FiguresOfAsync(id));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_two_who_release_at_once_one_does_and_pressing_again_does_nothing()
    {
        var id = await host.SubmittedAsync();
        using var one = await host.VisitAsAsync(host.Reviewer);
        using var other = await host.VisitAsAsync(host.OtherReviewer);
        var seen = (await host.FindAsync(id)).Version;

        var answers = await Task.WhenAll(
            ReviewHost.DecideAsync(one, id, "release", seen), ReviewHost.DecideAsync(other, id, "release", seen),
            ReviewHost.DecideAsync(one, id, "release", seen), ReviewHost.DecideAsync(other, id, "release", seen));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Redirect);
        Assert.Equal(3, (await host.FiguresOfAsync(id)).Count);
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'return.release' AND subject LIKE 'return ' || $1 || ' %'", id));
    }

    [Fact]
    public async Task Nobody_releases_or_sends_back_what_he_has_entered_himself()
    {
        var id = await host.OpenAsync();
        var turncoat = await host.Setup.UserAsync($"t{id}", Role.Reporter, "d1", "先填后审");
        await host.Entry.SaveAsync(id, [new(ReviewHost.Sales, new(1m), 0)], turncoat);
        await host.FillAsync(id, (ReviewHost.Investment, new(123.4m)), (ReviewHost.InvestmentGrowth, new(5.6m)), (ReviewHost.Sales, new(78.9m)));
        await host.SubmitAsync(id);
        await host.ScalarAsync<string>("UPDATE users SET role = 'reviewer', department_code = NULL WHERE id = $1 RETURNING role", turncoat.Id);
        using var reviewer = await host.VisitAsAsync(turncoat);
        var seen = (await host.FindAsync(id)).Version;

        var page = await reviewer.ReadAsync($"/review/{id}");
        Assert.Contains("须由另一位审核人员", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"release\"", page, StringComparison.Ordinal);
        Assert.Contains("须由他人审定", await reviewer.ReadAsync("/review"), StringComparison.Ordinal);
        foreach (var act in new[] { "release", "return" })
        {
            using var refused = await ReviewHost.DecideAsync(reviewer, id, act, seen, ("cell", "2-value"), ("text[2-value]", "改"));
            Assert.Contains("须由另一位审核人员", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(ReturnState.Submitted, (await host.FindAsync(id)).State);
        Assert.Empty(await host.FiguresOfAsync(id));
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);

        using var request = new HttpRequestMessage(HttpMethod.Post, $"/review/{id}")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["_handler"] = "decide", ["seen"] = $"{(await host.FindAsync(id)).Version}", ["act"] = "release" }),
        };
        using var answer = await reviewer.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await host.FiguresOfAsync(id));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task When_the_database_goes_in_the_middle_of_a_release_nothing_is_half_done()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var seen = (await host.FindAsync(id)).Version;
        await using var other = await host.Database.Owner.OpenConnectionAsync();
        await using var holding = await other.BeginTransactionAsync();
        await using var hold = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtext('xinzhou-dashboard figures'))", other);
        await hold.ExecuteNonQueryAsync();

        var pressed = ReviewHost.DecideAsync(reviewer, id, "release", seen);
        await Wait.UntilAsync(async () =>
        {
            await using var end = host.Database.App.CreateCommand(
                """
                SELECT count(*) FILTER (WHERE pg_terminate_backend(pid)) FROM pg_locks
                WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """);
            return (long)(await end.ExecuteScalarAsync())! > 0;
        });

        await holding.RollbackAsync();
        using var answer = await pressed;
        Assert.Contains("没有得到回执", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((ReturnState.Submitted, seen), ((await host.FindAsync(id)).State, (await host.FindAsync(id)).Version));
        Assert.Empty(await host.FiguresOfAsync(id));

        using var again = await ReviewHost.DecideAsync(reviewer, id, "release", seen);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(3, (await host.FiguresOfAsync(id)).Count);
    }

    [Fact]
    public async Task Several_are_named_before_they_are_released_and_one_that_changed_is_left_out()
    {
        int[] ids = [await host.SubmittedAsync(), await host.SubmittedAsync(), await host.SubmittedAsync()];
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        var picked = new List<string>();
        foreach (var id in ids) picked.Add($"{id}.{(await host.FindAsync(id)).Version}");
        var confirmation = await reviewer.ReadAsync($"/review/release?r={string.Join("&r=", picked)}");
        Assert.Contains("确认审定入库3份", confirmation, StringComparison.Ordinal);
        Assert.Contains("测试局甲", confirmation, StringComparison.Ordinal);
        await host.Steps.TakeBackAsync(ids[1], (await host.FindAsync(ids[1])).Version, host.Reporter);

        using var done = await reviewer.SubmitAsync(
            $"/review/release?r={string.Join("&r=", picked)}", "release", "/review/release", [.. picked.Select(p => ("r", p))]);

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(
            [ReturnState.Released, ReturnState.InProgress, ReturnState.Released],
            [(await host.FindAsync(ids[0])).State, (await host.FindAsync(ids[1])).State, (await host.FindAsync(ids[2])).State]);
        var page = await reviewer.ReadAsync(done.Headers.Location!.ToString());
        Assert.Contains("已审定入库 2 份", page, StringComparison.Ordinal);
        Assert.Contains("已有变化", page, StringComparison.Ordinal);

        using var again = await reviewer.SubmitAsync("/messages", "release", "/review/release", [.. picked.Select(p => ("r", p))]);
        Assert.DoesNotContain("released=", again.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(3, (await host.FiguresOfAsync(ids[0])).Count);
    }

    [Fact]
    public async Task The_most_urgent_comes_first()
    {
        var now = TimeProvider.System.GetUtcNow();
        var later = await host.SubmittedAsync();
        var overdue = await host.SubmittedAsync(new(now.AddDays(-9), now.AddDays(-2), now.AddDays(9), 3, 3));
        var sooner = await host.SubmittedAsync(new(now.AddDays(-9), now.AddDays(1), now.AddDays(9), 3, 3));
        using var reviewer = await host.VisitAsAsync(host.Reviewer);

        var page = await reviewer.ReadAsync("/review");

        int At(int id) => page.IndexOf($"\"/review/{id}\"", StringComparison.Ordinal);
        Assert.InRange(At(overdue), 1, At(sooner));
        Assert.InRange(At(sooner), At(overdue), At(later));
        Assert.Contains("逾期", page, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"/review/{overdue}\"", await reviewer.ReadAsync($"/review?quarter={(await host.FindAsync(sooner)).Quarter}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_correction_both_figures_are_seen_and_whoever_exported_is_told()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var first = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        var old = (await host.FiguresOfAsync(id)).Single(f => f.Value == 78.9m);
        await host.UntilShownAsync(old.Id);
        using var viewer = await host.VisitAsAsync(Role.Viewer);
        using var file = await viewer.GetAsync("/downloads/figures.xlsx?indicator=retail_sales&unit=140900");
        Assert.Equal(HttpStatusCode.OK, file.StatusCode);
        using var other = await host.VisitAsAsync(Role.Leader);
        using var unrelated = await other.GetAsync("/downloads/figures.xlsx?indicator=gdp");

        Assert.Null((await host.Steps.BeginCorrectionAsync(id, (await host.FindAsync(id)).Version, "漏计一户企业", host.Reporter)).Refusal);
        await host.FillAsync(id, (ReviewHost.Sales, new(81.2m)));
        await host.SubmitAsync(id);
        var compared = await reviewer.ReadAsync($"/review/{id}");
        Assert.Contains("漏计一户企业", compared, StringComparison.Ordinal);
        Assert.Contains("审定后有1个数入库", compared, StringComparison.Ordinal);
        using var second = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);

        var figures = await host.FiguresOfAsync(id);
        Assert.Equal(4, figures.Count);
        await host.UntilShownAsync(figures[^1].Id);
        var stale = await viewer.ReadAsync($"/figures/f{old.Id:D10}");
        Assert.Contains("81.2", stale, StringComparison.Ordinal);
        Assert.Contains("漏计一户企业", stale, StringComparison.Ordinal);
        Assert.Contains("<s", stale, StringComparison.Ordinal);
        Assert.Contains("漏计一户企业", await viewer.ReadAsync($"/figures/f{figures[^1].Id:D10}"), StringComparison.Ordinal);
        Assert.Matches("<s [^>]*>.*78.9", (await reviewer.ReadAsync($"/review/{id}?cells=all")).ReplaceLineEndings(" "));
        Assert.Contains("社会消费品零售总额", await viewer.ReadAsync("/messages"), StringComparison.Ordinal);
        Assert.DoesNotContain("您导出过的数已更正", await other.ReadAsync("/messages"), StringComparison.Ordinal);
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'export' AND actor = 'viewer'"));
    }

    [Fact]
    [Trait("Category", "Faults")]
    public async Task What_no_page_shows_is_not_stored_of_what_a_reviewer_says()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var said = await reviewer.SubmitAsync($"/review/{id}", "comment", $"/review/{id}", ("say", "请核\u202E对"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);

        using var done = await ReviewHost.DecideAsync(reviewer, id, "return", (await host.FindAsync(id)).Version, ("cell", "1-value"), ("text[1-value]", "与直报差\u200B3.2"));

        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Equal(["请核对", "与直报差3.2"], (await host.FindAsync(id)).Comments.Select(c => c.Text));
    }

    [Fact]
    public async Task A_corrected_level_keeps_its_growth_says_why_and_marks_the_old_value_in_every_list()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var first = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        Assert.Null((await host.Steps.BeginCorrectionAsync(id, (await host.FindAsync(id)).Version, "漏计一个项目", host.Reporter)).Refusal);
        await host.FillAsync(id, (ReviewHost.Investment, new(125.67m)));
        await host.SubmitAsync(id);
        using var second = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        var figures = await host.FiguresOfAsync(id);
        var (old, corrected) = (figures.Single(f => f.Value == 123.4m), figures[^1]);
        Assert.Equal((4, 125.67m), (figures.Count, corrected.Value));
        await host.UntilShownAsync(corrected.Id);
        using var viewer = await host.VisitAsAsync(Role.Viewer);

        string Row(string page, long figure) => page.Split("<tr").Select(r => r.Split("</tr>")[0]).Single(r => r.Contains($"/figures/f{figure:D10}\"", StringComparison.Ordinal) && r.Contains("<td", StringComparison.Ordinal));
        var table = (await viewer.ReadAsync("/indicators/fixed_asset_investment?unit=140900")).Split("id=\"figures\"")[1];
        Assert.Contains("增长5.6%", Row(table, corrected.Id), StringComparison.Ordinal);
        Assert.Contains("更正：漏计一个项目", Row(table, corrected.Id), StringComparison.Ordinal);
        Assert.Matches("<s[^>]*>.*123.4.*</s>.*已更正：漏计一个项目", Row(table, old.Id).ReplaceLineEndings(" "));
        Assert.DoesNotContain("增长", Row(table, old.Id), StringComparison.Ordinal);

        var source = await host.ScalarAsync<int>("SELECT source_id FROM figures WHERE id = $1", old.Id);
        foreach (var list in new[] { await viewer.ReadAsync($"/sources/d{source}"), await viewer.ReadAsync($"/figures/f{figures[1].Id:D10}") })
        {
            Assert.Matches("<s[^>]*>.*123.4.*</s>.*已更正：漏计一个项目", Row(list, old.Id).ReplaceLineEndings(" "));
        }

        var csv = await viewer.ReadAsync("/downloads/figures.csv?indicator=fixed_asset_investment&unit=140900");
        Assert.Contains("已更正：漏计一个项目", csv.Split('\n').Single(l => l.Contains($"f{old.Id:D10}", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_took_a_csv_away_or_released_with_a_figure_is_told_when_it_is_corrected()
    {
        var id = await host.SubmittedAsync();
        using var first = await host.VisitAsAsync(host.OtherReviewer);
        using var released = await ReviewHost.DecideAsync(first, id, "release", (await host.FindAsync(id)).Version);
        var old = (await host.FiguresOfAsync(id)).Single(f => f.Value == 78.9m);
        await host.UntilShownAsync(old.Id);
        using var supervisor = await host.VisitAsAsync(Role.Supervisor);
        using var csv = await supervisor.GetAsync("/api/v1/figures?indicator=retail_sales&unit=140900&format=csv");
        Assert.Equal(HttpStatusCode.OK, csv.StatusCode);
        using var json = await supervisor.GetAsync("/api/v1/figures?indicator=retail_sales");
        Assert.Equal(1L, await host.ScalarAsync<long>("SELECT count(*) FROM audit_events WHERE action = 'export' AND actor = 'supervisor'"));

        Assert.Null((await host.Steps.BeginCorrectionAsync(id, (await host.FindAsync(id)).Version, "漏计二户企业", host.Reporter)).Refusal);
        await host.FillAsync(id, (ReviewHost.Sales, new(82.3m)));
        await host.SubmitAsync(id);
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var second = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        Assert.Equal(HttpStatusCode.Redirect, second.StatusCode);

        Assert.Contains("您导出过的数已更正：社会消费品零售总额", await supervisor.ReadAsync("/messages"), StringComparison.Ordinal);
        Assert.Contains("您审核时用过的数已更正：社会消费品零售总额", await first.ReadAsync("/messages"), StringComparison.Ordinal);
        Assert.DoesNotContain("您审核时用过的数已更正", await reviewer.ReadAsync("/messages"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_used_a_figure_is_told_when_it_is_withdrawn()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.OtherReviewer);
        using var released = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        var figure = (await host.FiguresOfAsync(id)).Single(f => f.Value == 78.9m);
        await host.UntilShownAsync(figure.Id);
        using var leader = await host.VisitAsAsync(Role.Admin);
        using var file = await leader.GetAsync("/downloads/figures.xlsx?indicator=retail_sales&unit=140900");

        Assert.True(await FigureWithdrawal.WithdrawAsync(host.Database.Contexts, TimeProvider.System, figure.Id, "录入错误", "command"));

        foreach (var told in new[] { leader, reviewer })
        {
            var page = await told.ReadAsync("/messages");
            Assert.Contains("已撤销：社会消费品零售总额", page, StringComparison.Ordinal);
            Assert.Contains("录入错误", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_program_that_takes_a_file_away_is_in_the_log_once_an_hour()
    {
        var secret = await host.Services.GetRequiredService<ApiTokens>().CreateAsync("报表程序", Role.Viewer, [TokenScope.Read], TimeSpan.FromDays(1), "test");
        using var program = new HttpClient { BaseAddress = host.Address };
        program.DefaultRequestHeaders.Authorization = new("Bearer", secret);
        for (var i = 0; i < 3; i++)
        {
            using var answer = await program.GetAsync("/api/v1/units?format=csv");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        Assert.Equal(1L, await host.ScalarAsync<long>(
            "SELECT count(*) FROM audit_events WHERE action = 'export' AND starts_with(actor, 'token ') AND details ->> 'token' = '报表程序' AND subject = '/api/v1/units'"));
    }

    [Fact]
    public async Task A_return_that_does_not_exist_is_not_found()
    {
        using var reviewer = await host.VisitAsAsync(host.Reviewer);

        using var answer = await reviewer.GetAsync("/review/999999");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
