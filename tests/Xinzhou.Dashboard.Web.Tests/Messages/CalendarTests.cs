using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Testing;
using Xinzhou.Dashboard.Testing.Reporting;
using Xinzhou.Dashboard.Web.Tests.Access;

namespace Xinzhou.Dashboard.Web.Tests.Messages;

/// <summary>The calendar of one's own deadlines, for who has its token and nobody else.</summary>
[Trait("Category", "Security")]
public sealed partial class CalendarTests(CalendarTests.Host host) : IClassFixture<CalendarTests.Host>
{
    private const string Subject = "“三项”清单；第一, 第二\\第三：推动转型发展和产业园区建设，并于规定时限内完成全部手续";

    [Fact]
    public async Task It_holds_the_deadlines_of_its_owner_as_the_standard_has_it()
    {
        var (_, secret) = await host.ReporterAsync("d1");
        var number = await host.IssueAsync("d1", Subject);
        using var program = host.Visit();
        var entries = new List<IReadOnlyDictionary<string, CalendarReader.Line>>();
        await Wait.UntilAsync(async () =>
        {
            entries = [.. (await CalendarOfAsync(program, secret)).Events];
            return entries.Any(e => e["SUMMARY"].Text().Contains(number.Code, StringComparison.Ordinal));
        });

        var settle = entries.Single(e => e["UID"].Value == $"notice-{number}-settle@xinzhou-dashboard");
        Assert.Equal($"督办单 {number} 办结：{Subject}", settle["SUMMARY"].Text());
        Assert.Equal("督办单", settle["CATEGORIES"].Text());
        Assert.Equal(new Uri(host.Address, $"/supervision/{number}").ToString(), settle["URL"].Value);
        Assert.Contains("统计数据以统计部门发布为准", settle["DESCRIPTION"].Text(), StringComparison.Ordinal);
        Assert.Contains(entries, e => e["UID"].Value == "milestone-2035@xinzhou-dashboard" && e["DTSTART"].Date() == new DateOnly(2035, 12, 31));

        var english = await CalendarOfAsync(program, $"{secret}&lang=en");
        Assert.Contains(english.Events, e => e["SUMMARY"].Text() == $"Notice {number}, settle it: {Subject}" && e["URL"].Value.EndsWith("?lang=en", StringComparison.Ordinal));
    }

    [Fact]
    public async Task It_is_answered_as_a_calendar_that_is_stored_nowhere_and_not_sent_twice()
    {
        var (_, secret) = await host.ReporterAsync("d2");
        using var program = host.Visit();
        using var answer = await program.GetAsync($"/calendar.ics?token={secret}");

        Assert.Equal("text/calendar; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("no-store, private", CachingOf(answer));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var tag = answer.Headers.ETag!;
        // What was decided just before may only now be followed: then it is another calendar, once.
        await Wait.UntilAsync(async () =>
        {
            using var again = new HttpRequestMessage(HttpMethod.Get, $"/calendar.ics?token={secret}") { Headers = { IfNoneMatch = { tag } } };
            using var same = await program.SendAsync(again);
            Assert.Equal("no-store, private", CachingOf(same));
            tag = same.Headers.ETag!;
            return same.StatusCode == HttpStatusCode.NotModified;
        });
        using var head = await program.SendAsync(new(HttpMethod.Head, $"/calendar.ics?token={secret}"));
        Assert.Equal((HttpStatusCode.OK, tag), (head.StatusCode, head.Headers.ETag));
        using var unknown = await program.GetAsync($"/calendar.ics?token={TokenSecret.Create()}");
        Assert.All([head, unknown], a => Assert.Equal("no-store, private", CachingOf(a)));
    }

    [Fact]
    public async Task What_is_no_token_has_ended_or_is_of_somebody_disabled_gets_one_answer()
    {
        using var program = host.Visit();
        var (first, ended) = await host.ReporterAsync("d3");
        await host.Services.GetRequiredService<CalendarTokens>().RevokeAsync(first);
        var (second, disabled) = await host.ReporterAsync("d4");
        await using (var disable = host.Database.App.CreateCommand("UPDATE users SET disabled_at = now() WHERE id = $1"))
        {
            disable.Parameters.AddWithValue(second.Id);
            await disable.ExecuteNonQueryAsync();
        }

        var answers = new List<string>();
        foreach (var query in new[] { "", "?token=", "?token=none", $"?token={TokenSecret.Create()}", $"?token={ended}", $"?token={disabled}" })
        {
            using var answer = await program.GetAsync($"/calendar.ics{query}");
            answers.Add($"{(int)answer.StatusCode} {answer.Content.Headers.ContentType} {await answer.Content.ReadAsStringAsync()}");
        }

        Assert.Equal("404  ", Assert.Single(answers.Distinct()));
    }

    [Fact]
    public async Task Rights_are_those_of_now()
    {
        var (reporter, secret) = await host.ReporterAsync("d5");
        var number = await host.IssueAsync("d5", "事项");
        using var program = host.Visit();
        await Wait.UntilAsync(async () => (await CalendarOfAsync(program, secret)).Events.Any(e => e["SUMMARY"].Text().Contains(number.Code, StringComparison.Ordinal)));

        await using (var moved = host.Database.Owner.CreateCommand("UPDATE users SET role = 'viewer', department_code = NULL WHERE id = $1"))
        {
            moved.Parameters.AddWithValue(reporter.Id);
            await moved.ExecuteNonQueryAsync();
        }

        Assert.DoesNotContain((await CalendarOfAsync(program, secret)).Events, e => e["SUMMARY"].Text().Contains(number.Code, StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_the_account_page_it_is_made_renewed_and_ended_and_its_address_shown_once()
    {
        using var visitor = await host.VisitAsAsync(Role.Leader);
        using var made = await visitor.SubmitAsync("/account", "calendar-create", "/account");
        var first = Link().Match(await made.Content.ReadAsStringAsync());
        Assert.True(first.Success);
        Assert.DoesNotContain("calendar.ics", await visitor.ReadAsync("/account"), StringComparison.Ordinal);
        using var program = host.Visit();
        Assert.NotEmpty((await CalendarOfAsync(program, first.Groups[1].Value)).Events);

        using var renewed = await visitor.SubmitAsync("/account", "calendar-create", "/account");
        var second = Link().Match(await renewed.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, first.Groups[1].Value));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(program, second.Groups[1].Value));

        using var ended = await visitor.SubmitAsync("/account", "calendar-end", "/account");
        Assert.Contains("订阅已停止", await ended.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(program, second.Groups[1].Value));
        Assert.Equal(
            ["calendar-token.create", "calendar-token.create", "calendar-token.revoke"],
            (await host.AuditOfAsync("leader")).Where(a => a.Contains("calendar", StringComparison.Ordinal)).Select(a => a.Split(' ')[1]));
    }

    private static async Task<HttpStatusCode> StatusAsync(Visitor program, string secret)
    {
        using var answer = await program.GetAsync($"/calendar.ics?token={secret}");
        return answer.StatusCode;
    }

    private static string CachingOf(HttpResponseMessage answer) =>
        string.Join(", ", answer.Headers.CacheControl!.ToString().Split(", ").Order(StringComparer.Ordinal));

    private static async Task<CalendarReader> CalendarOfAsync(Visitor program, string secret)
    {
        using var answer = await program.GetAsync($"/calendar.ics?token={secret}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return CalendarReader.Read(await answer.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("""calendar\.ics\?token=([A-Za-z0-9_-]+)""")]
    private static partial Regex Link();

    /// <summary>An installation that is closed to strangers: the token alone opens the calendar.</summary>
    public sealed class Host : AccessHost
    {
        protected override IReadOnlyList<string> Settings => ["--Dashboard:PublicRead=false"];

        private ReturnSetup Setup => new(Database.Owner, Database.App);

        /// <summary>A reporter of a department of his own, and the token of his calendar.</summary>
        public async Task<(Actor Reporter, string Secret)> ReporterAsync(string department)
        {
            await Setup.DepartmentAsync(department, $"测试局{department}");
            // With it the plan changes, and every calendar.
            var store = Services.GetRequiredService<SnapshotStore>();
            await Wait.UntilAsync(() => store.Current.Plan.Department(department) is not null);
            var name = await EnterAsync(Role.Viewer);
            var reporter = new Actor(await IdOfAsync(name), name, $"测试{name}", Role.Reporter, department);
            await using var role = Database.Owner.CreateCommand("UPDATE users SET role = 'reporter', department_code = $2 WHERE id = $1");
            role.Parameters.AddWithValue(reporter.Id);
            role.Parameters.AddWithValue(department);
            await role.ExecuteNonQueryAsync();
            return (reporter, (await Services.GetRequiredService<CalendarTokens>().CreateAsync(reporter))!);
        }

        public async Task<NoticeNumber> IssueAsync(string department, string subject)
        {
            var office = await Setup.UserAsync($"o{department}", Role.Supervisor);
            var outcome = await Services.GetRequiredService<NoticeSteps>().IssueAsync(
                new() { Subject = subject, Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Free, Leads = [department] }, office);
            return outcome.Numbers.Single();
        }
    }
}
