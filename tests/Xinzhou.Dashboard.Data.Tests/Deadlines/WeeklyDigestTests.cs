using Xinzhou.Dashboard.Data.Messages;
using Xinzhou.Dashboard.Domain.Deadlines;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Tests.Deadlines;

/// <summary>每周提要: on the first working day of a week, once, and only with whom there is something to tell.</summary>
public sealed class WeeklyDigestTests
{
    private const string Items =
        """
        1,1,建设产业园,市工信局,,2026-01-01,2026-10-23,,任务分解表,2026-01-05
        1,2,完成验收,市工信局,,2026-01-01,2026-10-16,,任务分解表,2026-01-05
        1,3,编制规划,市工信局,,2026-01-01,2026-10-26,,任务分解表,2026-01-05
        """;

    [Fact]
    public async Task It_says_what_is_late_what_is_due_this_week_what_waits_and_which_lights_turned()
    {
        await using var database = await DeadlineDatabase.CreateAsync(Items);
        Assert.Null((await database.CheckIns.SendAsync(new(1, 1, new(2026, 3)), new(40, "完成立项"), [], null, database.Reporter)).Refusal);
        await database.DigestAsync();
        database.PassTo(new(2026, 10, 19), 8);

        // Its unit, the office and the leader; a stranger and the reviewer have nothing.
        Assert.Equal(3, await database.DigestAsync());

        var digest = (await DigestsAsync(database, database.Reporter))[0];
        Assert.Equal([DigestSection.Late, DigestSection.Due, DigestSection.Turned], digest.Parts.Select(p => p.Section));
        Assert.Equal(["check_ins 2026-Q3", "item 1/2"], Of(digest, DigestSection.Late).Order(StringComparer.Ordinal));
        Assert.Equal(["item 1/1"], Of(digest, DigestSection.Due));
        var turned = digest.Parts.Single(p => p.Section == DigestSection.Turned).Lines;
        Assert.Contains(turned, l => l is { Kind: ConcernKind.Item, Reference: "1/2", To: LightColour.Red });
        Assert.All(turned, l => Assert.NotEqual(l.From, l.To));

        var office = (await DigestsAsync(database, database.Office))[0];
        Assert.Equal(["check_ins 2026-Q3"], Of(office, DigestSection.Waiting));
        Assert.Contains(office.Parts.Single(p => p.Section == DigestSection.Turned).Lines, l => l is { Kind: ConcernKind.Task, Reference: "1" });
        Assert.Empty(await DigestsAsync(database, database.Stranger));
        Assert.Empty(await DigestsAsync(database, database.Reviewer));
    }

    [Theory]
    [InlineData("2027-01-04", 8, true)]
    [InlineData("2027-01-04", 7, false)]
    [InlineData("2027-01-03", 12, false)]
    [InlineData("2027-01-10", 12, true)]
    public async Task It_comes_from_eight_in_the_morning_of_the_first_working_day_and_later_in_the_week_if_nobody_was_there(string day, int hour, bool comes)
    {
        await using var database = await DeadlineDatabase.CreateAsync(Items);
        // Of the weeks before there is one.
        database.PassTo(new(2027, 1, 2), 12);
        await database.DigestAsync();
        var before = (await DigestsAsync(database, database.Reporter)).Count;

        database.PassTo(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), hour);
        await database.DigestAsync();
        await database.DigestAsync();

        Assert.Equal(before + (comes ? 1 : 0), (await DigestsAsync(database, database.Reporter)).Count);
    }

    [Fact]
    public async Task After_a_holiday_it_comes_on_the_day_on_which_work_begins()
    {
        // The clock of this one stands in February: Spring Festival, off from Sunday 15 to Monday 23.
        await using var database = await DeadlineDatabase.CreateAsync(Items);
        var clock = new Testing.StandingClock(Shanghai.StartOf(new(2026, 2, 16)).AddHours(9));
        var digest = new Data.Deadlines.WeeklyDigest(database.Plan.Contexts, database.Snapshots, DeadlineDatabase.Days, clock);
        var returns = await database.Setup.UserAsync("qi", Role.Reporter, "gxj");
        await database.Setup.FormAsync([Testing.Reporting.ReturnSetup.Series("retail_sales")], ["gxj"]);
        await database.Setup.OpenAsync("2025-Q4", "gxj");
        await database.ExecuteAsync("UPDATE return_calendar SET opens_at = '2026-02-01', due_at = '2026-02-25', closes_at = '2026-03-31'");

        Assert.Equal(0, await digest.RunAsync());
        clock.Pass(TimeSpan.FromDays(7));
        Assert.Equal(0, await digest.RunAsync());
        clock.Pass(TimeSpan.FromDays(1));
        Assert.Equal(2, await digest.RunAsync());

        var line = Assert.Single((await DigestsAsync(database, returns))[0].Parts.Single().Lines);
        Assert.Equal((ConcernKind.Return, new DateOnly(2026, 2, 25)), (line.Kind, line.Day!.Value));
    }

    [Fact]
    public async Task Who_wants_none_is_left_none_and_a_week_begins_anew()
    {
        await using var database = await DeadlineDatabase.CreateAsync(Items);
        await new MessagePreferencesStore(database.Plan.Contexts, database.Clock).SaveAsync(MessagePreferences.Default with { HasDigest = false }, database.Reporter);
        var colleague = await database.Setup.UserAsync("sun", Role.Reporter, "gxj");

        await database.DigestAsync();
        database.PassTo(new(2026, 10, 19), 9);
        await database.DigestAsync();

        Assert.Empty(await DigestsAsync(database, database.Reporter));
        Assert.Equal(2, (await DigestsAsync(database, colleague)).Count);
    }

    [Fact]
    public async Task Before_the_first_snapshot_no_week_is_spent()
    {
        await using var database = await DeadlineDatabase.CreateAsync(Items);
        var early = new Data.Deadlines.WeeklyDigest(database.Plan.Contexts, new(), DeadlineDatabase.Days, database.Clock);

        Assert.Equal(0, await early.RunAsync());

        Assert.NotEqual(0, await database.DigestAsync());
    }

    [Fact]
    public async Task A_leader_is_told_of_his_notices_and_the_office_of_what_it_has_to_decide()
    {
        await using var database = await DeadlineDatabase.CreateAsync("1,1,建设产业园,市工信局,,2026-01-01,2027-12-31,,任务分解表,2026-01-05");
        var number = (await database.Notices.IssueAsync(
            new() { Subject = "事项", Grade = MatterGrade.Ordinary, Origin = NoticeOrigin.Instruction, Reference = "请抓紧", Leads = ["gxj"] }, database.Leader)).Numbers.Single();
        // Settled by Friday the 23rd.
        database.PassTo(new(2026, 10, 19), 9);
        await database.DigestAsync();

        Assert.Equal([$"notice {number}"], Of((await DigestsAsync(database, database.Leader))[0], DigestSection.Due));
        Assert.Contains($"notice {number}", Of((await DigestsAsync(database, database.Reporter))[0], DigestSection.Late));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_instances_one_leaves_it()
    {
        await using var database = await DeadlineDatabase.CreateAsync(Items);

        var left = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => database.Digest.RunAsync())));

        Assert.Equal(3, left.Count(l => l == 0));
        Assert.Single(await DigestsAsync(database, database.Reporter));
        Assert.Equal("digest 2026-W42", await database.Plan.ScalarAsync("SELECT string_agg(occasion, '|') FROM reminders WHERE occasion LIKE 'digest%'"));
    }

    private static IEnumerable<string> Of(Digest digest, DigestSection section) =>
        digest.Parts.Single(p => p.Section == section).Lines.Select(l => $"{Domain.Code.Of(l.Kind)} {l.Reference}").Distinct();

    private static async Task<IReadOnlyList<Digest>> DigestsAsync(DeadlineDatabase database, Actor person) =>
        [.. (await database.InboxAsync(person)).Where(m => m.Kind == MessageKind.Digest).Select(m => m.Digest!)];
}
