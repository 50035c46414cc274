using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Web.Tests.Review;

namespace Xinzhou.Dashboard.Web.Tests.Auditing;

[Trait("Category", "Security")]
public sealed partial class AuditPageTests(ReviewHost host) : IClassFixture<ReviewHost>
{
    [Fact]
    public async Task Only_the_auditor_reads_the_log()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            using var visitor = await host.VisitAsAsync(role);
            foreach (var path in new[] { "/audit", "/audit/events.csv" })
            {
                using var answer = await visitor.GetAsync(path);
                Assert.Equal((role, path, role == Role.Auditor ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (role, path, answer.StatusCode));
            }
        }
    }

    [Fact]
    public async Task A_release_is_found_by_who_what_and_when()
    {
        var id = await host.SubmittedAsync();
        using var reviewer = await host.VisitAsAsync(host.Reviewer);
        using var done = await ReviewHost.DecideAsync(reviewer, id, "release", (await host.FindAsync(id)).Version);
        using var auditor = await host.VisitAsAsync(Role.Auditor);

        var all = await auditor.ReadAsync("/audit");
        Assert.Contains("审定入库", all, StringComparison.Ordinal);
        Assert.Contains("登录", all, StringComparison.Ordinal);
        var found = await auditor.ReadAsync($"/audit?who=li&action=return.release&about=return+{id}+&from=2020-01-01&to=2099-01-01");
        Assert.Single(Subject().Matches(found), m => m.Value.Contains($"return {id} ", StringComparison.Ordinal));
        Assert.Contains("没有符合条件的事件", await auditor.ReadAsync($"/audit?who=wang&action=return.release"), StringComparison.Ordinal);
        Assert.Contains("没有符合条件的事件", await auditor.ReadAsync("/audit?to=2020-01-01"), StringComparison.Ordinal);
        Assert.Contains("Release a return", await auditor.ReadAsync("/audit?lang=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_runs_nothing_in_a_spreadsheet()
    {
        await host.ScalarAsync<long>("INSERT INTO audit_events (at, actor, action, subject) VALUES (now(), 'test', 'import', '=HYPERLINK(\"http://x\")') RETURNING id");
        using var auditor = await host.VisitAsAsync(Role.Auditor);

        using var answer = await auditor.GetAsync("/audit/events.csv?action=import");

        var csv = await answer.Content.ReadAsStringAsync();
        Assert.Contains("\"'=HYPERLINK(", csv, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", csv, StringComparison.Ordinal);
        Assert.Contains("attachment", answer.Content.Headers.ContentDisposition?.ToString() ?? "", StringComparison.Ordinal);
        Assert.Contains("导出日志", await auditor.ReadAsync("/audit"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_of_an_installation_with_the_demonstration_says_so_above_its_columns()
    {
        // An application of its own: what it follows comes when it comes, and would bring the demonstration to others, or take it from here.
        await using var other = new OwnLog();
        await other.InitializeAsync();
        using var auditor = await other.Host.VisitAsAsync(Role.Auditor);
        var plain = await auditor.ReadAsync("/audit/events.csv?action=import");
        var store = other.Host.Services.GetRequiredService<SnapshotStore>();
        store.Changed += Demonstrate;
        Demonstrate();

        var lines = (await auditor.ReadAsync("/audit/events.csv?action=import")).TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');

        Assert.StartsWith("演示数据：", lines[0], StringComparison.Ordinal);
        Assert.Equal(plain.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')[0], lines[1]);
        Assert.Equal(lines[1].Count(c => c == ','), lines[0].Count(c => c == ','));

        void Demonstrate()
        {
            if (!store.Current.Demonstration) store.Replace(store.Current with { Demonstration = true });
        }
    }

    [Fact]
    public async Task Verifying_says_that_the_log_is_sound_and_names_the_first_bad_event()
    {
        await using var other = new OwnLog();
        await other.InitializeAsync();
        using var auditor = await other.Host.VisitAsAsync(Role.Auditor);
        using var sound = await auditor.SubmitAsync("/audit", "verify", "/audit");
        Assert.Contains("核验通过", await sound.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var bad = await other.TamperAsync();

        using var broken = await auditor.SubmitAsync("/audit", "verify", "/audit");
        Assert.Contains($"第{bad}号事件", await broken.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_action_has_its_word_in_both_languages()
    {
        var source = Path.Combine(Root(), "src");
        var actions = Directory.EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(f => Written().Matches(File.ReadAllText(f)).SelectMany(m => m.Groups.Values.Skip(1).Where(g => g.Success).Select(g => g.Value)))
            .Distinct().Except(["setup", "unknown", "command"]).ToArray(); // Actors, which come before the action.
        Assert.Contains("return.release", actions);
        Assert.Contains("indicator.set", actions);
        Assert.Contains("user.enable", actions);
        Assert.Contains("form.set", actions);
        Assert.Contains("sign-in", actions);
        foreach (var language in new[] { "", ".en" })
        {
            var words = File.ReadAllText(Path.Combine(source, $"Xinzhou.Dashboard.Web/Auditing/AuditWords{language}.resx"));
            Assert.All(actions, a => Assert.Contains($"\"Action-{a}\"", words, StringComparison.Ordinal));
        }
    }

    // The first text in small letters after an append to the log, the second one where there are two to choose from, and constants.
    [GeneratedRegex(@"(?:(?:AuditAsync|AuditLog\.AppendAsync|\.Audit)\([^;{]*?|const string Action = )\x22([a-z]+(?:[._-][a-z_-]+)*)\x22(?: : \x22([a-z]+(?:[._-][a-z_-]+)*)\x22)?")]
    private static partial Regex Written();

    [GeneratedRegex("<td[^>]*>return [0-9]+ [^<]*</td>")]
    private static partial Regex Subject();

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.GetFiles("Xinzhou.Dashboard.sln").Length == 0)
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    /// <summary>An application of its own, since its log does not recover.</summary>
    private sealed class OwnLog : IAsyncDisposable
    {
        public ReviewHost Host { get; } = new();

        public Task InitializeAsync() => Host.InitializeAsync();

        /// <summary>Changes an event as somebody could who owns the database; gives its number.</summary>
        public async Task<long> TamperAsync() => await Host.ScalarAsync<long>(
            """
            ALTER TABLE audit_events DISABLE TRIGGER USER;
            UPDATE audit_events SET actor = 'nobody' WHERE id = (SELECT id FROM audit_events ORDER BY id OFFSET 2 LIMIT 1) RETURNING id;
            ALTER TABLE audit_events ENABLE TRIGGER USER;
            """);

        public async ValueTask DisposeAsync() => await Host.DisposeAsync();
    }
}
