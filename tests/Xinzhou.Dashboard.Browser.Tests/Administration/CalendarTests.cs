using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Npgsql;
using Xinzhou.Dashboard.Browser.Tests.Shell;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Testing.Reporting;

namespace Xinzhou.Dashboard.Browser.Tests.Administration;

/// <summary>The system administrator keeps the calendar: a year at a glance, dates changed in a dialog with a reason.</summary>
[Collection(nameof(AdministrationTests))]
public sealed class CalendarTests(Chromium chromium, AdministrationApp app) : IClassFixture<AdministrationApp>
{
    private CalendarEntries Calendar => app.App.Services.GetRequiredService<CalendarEntries>();

    [Fact]
    public async Task The_year_by_form_and_by_department_and_the_dialog_are_sound_in_both_languages_at_three_sizes_and_in_the_dark()
    {
        var faults = new List<string>();
        await using var work = await SignInAsync("/admin/calendar?year=2026");
        var page = work.Page;
        foreach (var language in new[] { "", "&lang=en" })
        {
            foreach (var path in new[] { "/admin/calendar?year=2026", "/admin/calendar?year=2026&by=department", "/admin/calendar?year=2027" })
            {
                await page.GotoAsync(app.Address + path + language);
                await WorkPages.UntilAliveAsync(page);
                if (await page.Locator("h1").CountAsync() != 1) faults.Add($"{path} {language}: there is not exactly one h1");
                await LookAsync(path + language);
            }

            foreach (var path in new[] { "/admin/calendar/quarterly/2026-Q3?year=2026", "/admin/calendar/new?form=quarterly&quarter=2026-Q2" })
            {
                await page.GotoAsync(app.Address + path + language);
                await WorkPages.UntilAliveAsync(page);
                await Assertions.Expect(page.Locator("#due")).ToBeVisibleAsync();
                await WorkPages.UntilInDialogAsync(page);
                await LookAsync(path + language);
            }
        }

        faults.AddRange(work.Complaints);
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));

        async Task LookAsync(string name)
        {
            foreach (var (width, height) in PageCheck.Sizes) faults.AddRange(await PageCheck.FaultsAsync(page, name, width, height));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            faults.AddRange(await PageCheck.FaultsAsync(page, $"{name} dark", 1366, 768));
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    [Fact]
    public async Task A_quarter_is_planned_by_mouse_moved_to_a_working_day_shifted_with_a_reason_and_put_back()
    {
        await FormAsync("planned");
        await using var work = await SignInAsync("/admin/calendar/new?form=planned&quarter=2033-Q1");
        var page = work.Page;
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator(".toasts")).ToContainTextAsync("已保存，并记入审计日志");
        await page.UntilAtAsync("**/admin/calendar?year=2033");

        // The quarter after, on the same days three months later; 17 July 2033 is a Sunday.
        await page.Locator("#entry-planned-2033-Q2").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await Assertions.Expect(page.Locator("#due")).ToHaveValueAsync("2033-07-15");
        await page.Locator("#due").FillAsync("2033-07-17");
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("07-17 周日 不是工作日（周末）");
        await page.Locator("#to-working-day").ClickAsync();
        await Assertions.Expect(page.Locator("#due")).ToHaveValueAsync("2033-07-18");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#entry-planned-2033-Q2")).ToHaveTextAsync("07-18 周一 截止");
        await Assertions.Expect(page.Locator("#entry-planned-2033-Q2")).ToBeFocusedAsync();

        await page.Locator("#entry-planned-2033-Q2").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#shift-3").ClickAsync();
        await Assertions.Expect(page.Locator("#due")).ToHaveValueAsync("2033-07-21");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToContainTextAsync("请写明修改原因");
        await page.Locator("#reason").FillAsync("顺延三个工作日。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#entry-planned-2033-Q2")).ToHaveTextAsync("07-21 周四 截止");

        await page.Locator("#entry-planned-2033-Q2").ClickAsync();
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#regular").ClickAsync();
        await Assertions.Expect(page.Locator("#due")).ToHaveValueAsync("2033-07-15");
        await page.Locator("#reason").FillAsync("不再顺延。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator("#entry-planned-2033-Q2")).ToHaveTextAsync("07-15 周五 截止");
        var dates = await DatesAsync("planned", "2033-Q2");
        Assert.Equal(new DateTimeOffset(2033, 7, 15, 18, 0, 0, TimeSpan.FromHours(8)), dates.DueAt);
        WorkPages.Quiet(work);
    }

    [Fact]
    public async Task By_keyboard_alone_dates_are_refused_with_a_sentence_mended_and_saved_and_the_focus_comes_back()
    {
        await FormAsync("typed");
        await using var work = await SignInAsync("/admin/calendar?year=2034&lang=en");
        var page = work.Page;
        var cell = page.Locator("#entry-typed-2034-Q4");
        await WorkPages.TabToAsync(page, cell);
        await page.Keyboard.PressAsync("Enter");
        await WorkPages.UntilInDialogAsync(page);
        await TypeAsync("#due", "2034-12-31");
        await SaveAsync();
        await Assertions.Expect(page.Locator(".mud-dialog [role=alert]")).ToContainTextAsync("It opens before it is due");
        await TypeAsync("#due", "2035-01-16");
        await TypeAsync("#due-time", "25:00");
        await SaveAsync();
        await Assertions.Expect(page.Locator(".mud-dialog [role=alert]")).ToContainTextAsync("moments");
        await TypeAsync("#due-time", "17:30");
        await TypeAsync("#reminder", "5");
        await SaveAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(cell).ToHaveTextAsync("Due 01-16 Tue");
        await Assertions.Expect(cell).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await WorkPages.UntilInDialogAsync(page);
        await page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await Assertions.Expect(cell).ToBeFocusedAsync();
        var dates = await DatesAsync("typed", "2034-Q4");
        Assert.Equal((new DateTimeOffset(2035, 1, 16, 17, 30, 0, TimeSpan.FromHours(8)), 5), (dates.DueAt, dates.ReminderDays));
        WorkPages.Quiet(work);

        async Task TypeAsync(string field, string text)
        {
            await WorkPages.TabToAsync(page, page.Locator(field));
            await page.Keyboard.PressAsync("Control+A");
            await page.Keyboard.TypeAsync(text);
            await page.Keyboard.PressAsync("Tab");
        }

        async Task SaveAsync()
        {
            await WorkPages.TabToAsync(page, page.Locator("#save"));
            await page.Keyboard.PressAsync("Enter");
        }
    }

    [Fact]
    public async Task The_next_quarter_is_added_from_the_last_in_one_press()
    {
        await using var work = await SignInAsync("/admin/calendar");
        var page = work.Page;
        var next = await page.Locator("#next h2").InnerTextAsync();
        await page.Locator("#add-next").ClickAsync();
        await Assertions.Expect(page.Locator(".toasts")).ToContainTextAsync("已加入日历");
        await Assertions.Expect(page.Locator("#next h2")).Not.ToHaveTextAsync(next);
        WorkPages.Quiet(work);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Two_administrators_on_one_date_the_second_is_told_what_holds_now_and_chooses()
    {
        await FormAsync("shared");
        await PlanAsync("shared", "2031-Q1", new(2031, 4, 15));
        await using var first = await SignInAsync("/admin/calendar/shared/2031-Q1");
        await using var second = await SignInAsync("/admin/calendar/shared/2031-Q1");
        await WorkPages.UntilInDialogAsync(first.Page);
        await WorkPages.UntilInDialogAsync(second.Page);
        await SaveAsync(first.Page, "4");
        await Assertions.Expect(first.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        await SaveAsync(second.Page, "9");

        await Assertions.Expect(second.Page.Locator(".mud-dialog [role=alert]")).ToContainTextAsync("已被他人修改");
        await Assertions.Expect(second.Page.Locator(".mud-dialog")).ToContainTextAsync("现在的日期");
        await Assertions.Expect(second.Page.Locator("#reminder")).ToHaveValueAsync("9");
        await second.Page.Locator("#save").ClickAsync();
        await Assertions.Expect(second.Page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        Assert.Equal(9, (await DatesAsync("shared", "2031-Q1")).ReminderDays);
        WorkPages.Quiet(first, second);

        static async Task SaveAsync(IPage page, string days)
        {
            await page.Locator("#reminder").FillAsync(days);
            await page.Locator("#reason").FillAsync($"提前{days}天提醒。");
            await page.Locator("#save").ClickAsync();
        }
    }

    [Fact]
    public async Task Open_returns_get_more_time_never_less_and_the_day_they_opened_stays()
    {
        await FormAsync("running");
        var setup = new ReturnSetup(app.App.Database.Owner, app.App.Database.App);
        await setup.OpenAsync("2026-Q2", "d1", "running");
        var before = await DatesAsync("running", "2026-Q2");
        await using var work = await SignInAsync("/admin/calendar/running/2026-Q2");
        var page = work.Page;
        await WorkPages.UntilInDialogAsync(page);
        await Assertions.Expect(page.Locator("#opens")).ToBeDisabledAsync();
        await Assertions.Expect(page.Locator("#regular")).ToHaveCountAsync(0);
        await page.Locator("#due").FillAsync(Day(before.DueAt.AddDays(-2)));
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#reason").FillAsync("停机一日。");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog [role=alert]")).ToContainTextAsync("只能延后");
        await page.Locator("#due").FillAsync(Day(before.DueAt.AddDays(2)));
        await page.Keyboard.PressAsync("Tab");
        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        var after = await DatesAsync("running", "2026-Q2");
        Assert.Equal(before.OpensAt, after.OpensAt);
        Assert.True(after.DueAt > before.DueAt);
        WorkPages.Quiet(work);

        static string Day(DateTimeOffset moment) => Domain.Time.Shanghai.DayOf(moment).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task A_database_that_is_lost_while_a_dialog_is_open_is_said_in_it_and_what_was_typed_is_saved_when_it_is_back()
    {
        await FormAsync("outage");
        await PlanAsync("outage", "2032-Q1", new(2032, 4, 15));
        await using var work = await SignInAsync("/admin/calendar/outage/2032-Q1");
        var page = work.Page;
        await WorkPages.UntilInDialogAsync(page);
        await page.Locator("#reason").FillAsync("断库时保存。");
        await page.Locator("#reminder").FillAsync("7");
        await LoseAsync();
        try
        {
            await page.Locator("#save").ClickAsync();
            await Assertions.Expect(page.Locator(".mud-dialog [role=alert]")).ToContainTextAsync("数据库暂时没有响应");
            await Assertions.Expect(page.Locator("#reason")).ToHaveValueAsync("断库时保存。");
        }
        finally
        {
            await AllowAsync(true);
        }

        await page.Locator("#save").ClickAsync();
        await Assertions.Expect(page.Locator(".mud-dialog")).ToHaveCountAsync(0);
        Assert.Equal(7, (await DatesAsync("outage", "2032-Q1")).ReminderDays);
        WorkPages.Quiet(work);
    }

    // Nobody gets in any more, and the application is put out by its own role, the only one that may.
    private async Task LoseAsync()
    {
        await using var last = await app.App.Database.App.OpenConnectionAsync();
        await AllowAsync(false);
        await using var command = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND usename = current_user AND pid <> pg_backend_pid()", last);
        await command.ExecuteScalarAsync();
    }

    private async Task AllowAsync(bool allowed)
    {
        var ours = new NpgsqlConnectionStringBuilder(app.App.Database.OwnerConnectionString);
        var database = ours.Database!;
        await using var outside = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(ours.ConnectionString) { Database = "postgres", Pooling = false }.ConnectionString);
        await outside.OpenAsync();
        await using var command = new NpgsqlCommand($"ALTER DATABASE \"{database}\" WITH ALLOW_CONNECTIONS {(allowed ? "true" : "false")}", outside);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<ReturnDates> DatesAsync(string form, string quarter) =>
        (await Calendar.AllAsync()).Single(e => e.Form == form && e.Quarter.Code == quarter).Dates;

    private Task FormAsync(string code) =>
        new ReturnSetup(app.App.Database.Owner, app.App.Database.App).FormAsync([ReturnSetup.Series("fixed_asset_investment")], ["d1"], code, $"测试表{code}");

    private async Task PlanAsync(string form, string quarter, DateOnly due)
    {
        var at = Domain.Time.Shanghai.StartOf(due).AddHours(18);
        await app.App.Services.GetRequiredService<ReturnCalendar>()
            .SetAsync(form, Domain.Time.Quarter.Parse(quarter)!.Value, new(at.AddDays(-10), at, at.AddDays(10), 3, 3), "test");
    }

    private Task<ShellPage> SignInAsync(string path) => WorkPages.SignInAsync(chromium, app.Address, path, "系统管理员");
}
