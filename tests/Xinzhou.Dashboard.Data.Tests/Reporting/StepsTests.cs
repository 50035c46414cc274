using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Tests.Reporting;

/// <summary>The way of a return up to its release, on a real database.</summary>
public sealed class StepsTests(ReturnDesk desk) : IClassFixture<ReturnDesk>
{
    [Fact]
    public async Task What_is_submitted_is_kept_as_it_was_and_the_reviewers_are_told()
    {
        var id = await desk.OpenAsync();
        await desk.FillAsync(
            id, (ReturnDesk.Investment, new(123.40m, Source: "台账")), (ReturnDesk.InvestmentGrowth, new(null, BlankReason.NotObtained, "未出")),
            (ReturnDesk.Sales, new(78.9m)), (ReturnDesk.Task, new(40m)));
        var version = await desk.VersionAsync(id);

        var outcome = await desk.Steps.SubmitAsync(id, version, desk.Reporter);

        Assert.Equal(ReturnOutcome.Done(version + 1), outcome);
        var found = await desk.FindAsync(id);
        Assert.Equal((ReturnState.Submitted, version + 1), (found.State, found.Version));
        Assert.Equal((1, "王填报", found.SubmittedAt), (found.LastSubmission!.Number, found.LastSubmission.By.Name, found.LastSubmission.At));
        Assert.Equal(found.Cells.ToDictionary(c => c.Key, c => c.Value.Entry), found.LastSubmission.Cells);
        Assert.Equal("123.40", found.LastSubmission.Cells[ReturnDesk.Investment].Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(["li", "zhao"], await desk.MessagesAsync(id, "submitted"));
        Assert.Equal("""wang return.submit {"number": 1}""", (await desk.EventsAsync(id))[^1]);
        Assert.Null(await desk.Reviews.BeforeLastAsync(found));
    }

    [Fact]
    public async Task What_is_submitted_again_keeps_the_first_moment_and_the_submission_before()
    {
        var id = await desk.SubmittedAsync();
        var first = await desk.FindAsync(id);
        Assert.Equal(ReturnOutcome.Done(first.Version + 1), await desk.Steps.TakeBackAsync(id, first.Version, desk.Colleague));
        Assert.Equal(ReturnState.InProgress, (await desk.FindAsync(id)).State);
        await desk.FillAsync(id, (ReturnDesk.Sales, new(80m)));

        await desk.SubmitAsync(id);

        var found = await desk.FindAsync(id);
        Assert.Equal((first.SubmittedAt, 2, 80m), (found.SubmittedAt, found.LastSubmission!.Number, found.LastSubmission.Cells[ReturnDesk.Sales].Value));
        var before = (await desk.Reviews.BeforeLastAsync(found))!;
        Assert.Equal((1, 78.9m, first.SubmittedAt!.Value), (before.Number, before.Cells[ReturnDesk.Sales].Value!.Value, before.At));
        Assert.Equal(["return.take_back", "return.enter", "return.submit"], (await desk.EventsAsync(id))[^3..].Select(e => e.Split(' ')[1]));
    }

    [Fact]
    public async Task Cells_are_sent_back_with_what_is_to_be_done_until_they_are_changed()
    {
        var id = await desk.SubmittedAsync();
        var version = await desk.VersionAsync(id);

        var outcome = await desk.Steps.SendBackAsync(
            id, version, new Dictionary<CellAddress, string> { [ReturnDesk.Sales] = " 请核对 ", [ReturnDesk.Task] = "@陈填报 请说明" }, desk.Reviewer);

        Assert.Equal(ReturnOutcome.Done(version + 1), outcome);
        var found = await desk.FindAsync(id);
        Assert.Equal(ReturnState.Returned, found.State);
        Assert.Equal([ReturnDesk.Sales, ReturnDesk.Task], found.Cells.Values.Where(c => c.SentBack).Select(c => c.Address).OrderBy(c => c.Row));
        Assert.Equal(
            [(ReturnDesk.Sales, true, "请核对", "李审核"), (ReturnDesk.Task, true, "@陈填报 请说明", "李审核")],
            found.Comments.Select(c => (c.Cell!.Value, c.SendsBack, c.Text, c.By.Name)));
        Assert.Equal(["chen", "wang"], await desk.MessagesAsync(id, "returned"));
        Assert.Equal(["""chen {"by": "李审核", "cell": "3-value", "text": "@陈填报 请说明"}"""], await desk.MessagesAsync(id, "mentioned"));
        Assert.Equal(
            """li return.send_back {"cells": [{"cell": "2-value", "text": " 请核对 "}, {"cell": "3-value", "text": "@陈填报 请说明"}]}""",
            (await desk.EventsAsync(id))[^1]);

        // Confirming the same value is an answer too.
        await desk.FillAsync(id, (ReturnDesk.Sales, new(78.9m)));
        var cell = (await desk.FindAsync(id)).Cells[ReturnDesk.Sales];
        Assert.Equal((false, 2), (cell.SentBack, cell.Version));
    }

    [Fact]
    public async Task A_change_that_is_taken_back_does_not_answer_the_reviewer()
    {
        var id = await desk.SubmittedAsync();
        await desk.Steps.SendBackAsync(
            id, await desk.VersionAsync(id), new Dictionary<CellAddress, string> { [ReturnDesk.Sales] = "请核对" }, desk.Reviewer);
        await FillAsync(80m, false);
        await FillAsync(78.9m, true);
        Assert.Equal(ReturnRefusal.Incomplete, (await desk.Steps.SubmitAsync(id, await desk.VersionAsync(id), desk.Reporter)).Refusal);

        // Confirming the same value is another thing, and so is one with other digits.
        await FillAsync(78.9m, false);
        await FillAsync(78.90m, false);
        await FillAsync(78.9m, true);
        await FillAsync(80m, false);
        await desk.SubmitAsync(id);
        await desk.Steps.TakeBackAsync(id, await desk.VersionAsync(id), desk.Reporter);
        await FillAsync(78.9m, false);

        async Task FillAsync(decimal value, bool isSentBack)
        {
            await desk.FillAsync(id, (ReturnDesk.Sales, new(value)));
            var cell = (await desk.FindAsync(id)).Cells[ReturnDesk.Sales];
            Assert.Equal((value, isSentBack), (cell.Entry.Value!.Value, cell.SentBack));
        }
    }

    [Fact]
    public async Task A_released_return_is_opened_again_with_a_reason_and_taken_back_into_the_correction()
    {
        var id = await desk.ReleasedAsync();
        var version = await desk.VersionAsync(id);

        Assert.Equal(ReturnOutcome.Done(version + 1), await desk.Steps.BeginCorrectionAsync(id, version, " 口径有误 ", desk.Reporter));

        var found = await desk.FindAsync(id);
        Assert.Equal((ReturnState.Correcting, "口径有误"), (found.State, found.Correction));
        Assert.Equal([(null, false, "口径有误", "王填报")], found.Comments.Select(c => (c.Cell, c.SendsBack, c.Text, c.By.Name)));
        Assert.Equal(["li", "zhao"], await desk.MessagesAsync(id, "corrected"));
        Assert.Equal("""wang return.correct {"reason": "口径有误"}""", (await desk.EventsAsync(id))[^1]);

        await desk.FillAsync(id, (ReturnDesk.Sales, new(80m)));
        await desk.SubmitAsync(id);
        await desk.Steps.TakeBackAsync(id, await desk.VersionAsync(id), desk.Reporter);
        Assert.Equal((ReturnState.Correcting, "口径有误"), ((await desk.FindAsync(id)).State, (await desk.FindAsync(id)).Correction));
    }

    [Fact]
    public async Task A_comment_reaches_whom_it_names_and_may_see_the_return()
    {
        var id = await desk.OpenAsync();
        var version = await desk.VersionAsync(id);

        Assert.Equal(ReturnOutcome.Done(version), await desk.Steps.CommentAsync(
            id, ReturnDesk.InvestmentGrowth, "@LI和@陈填报请看，@zhou、@wang、@nobody", desk.Reporter));
        Assert.Equal(ReturnOutcome.Done(version), await desk.Steps.CommentAsync(id, null, "总的说一句", desk.Reviewer));

        var found = await desk.FindAsync(id);
        Assert.Equal(version, found.Version);
        Assert.Equal([ReturnDesk.InvestmentGrowth, null], found.Comments.Select(c => c.Cell));
        Assert.Equal(
            [
                """chen {"by": "王填报", "cell": "1-growth", "text": "@LI和@陈填报请看，@zhou、@wang、@nobody"}""",
                """li {"by": "王填报", "cell": "1-growth", "text": "@LI和@陈填报请看，@zhou、@wang、@nobody"}""",
            ],
            await desk.MessagesAsync(id, "mentioned"));
        Assert.Equal(
            [
                """wang return.comment {"cell": "1-growth", "text": "@LI和@陈填报请看，@zhou、@wang、@nobody"}""",
                """li return.comment {"cell": null, "text": "总的说一句"}""",
            ],
            await desk.EventsAsync(id));
    }

    [Trait("Category", "Faults")]
    [Fact]
    public async Task Of_many_who_submit_at_once_one_does()
    {
        var id = await desk.FilledAsync();
        var version = await desk.VersionAsync(id);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => desk.Steps.SubmitAsync(id, version, desk.Reporter))));

        Assert.Single(outcomes, o => o.IsDone);
        Assert.Equal(5, outcomes.Count(o => o.Refusal == ReturnRefusal.Stale));
        Assert.Equal(["li", "zhao"], await desk.MessagesAsync(id, "submitted"));
    }

    [Fact]
    public async Task A_step_that_is_not_allowed_changes_nothing()
    {
        var now = TimeProvider.System.GetUtcNow();
        var (open, filled, submitted, released) = (await desk.OpenAsync(), await desk.FilledAsync(), await desk.SubmittedAsync(), await desk.ReleasedAsync());
        var early = await desk.OpenAsync(new(now.AddDays(1), now.AddDays(10), now.AddDays(20), 3, 3));
        var closed = await desk.OpenAsync(new(now.AddDays(-20), now.AddDays(-10), now.AddDays(-1), 3, 3));
        var texts = new Dictionary<CellAddress, string> { [ReturnDesk.Sales] = "请核对" };
        var before = await desk.DumpAsync();

        await RefusedAsync(ReturnRefusal.WrongDepartment, desk.Steps.SubmitAsync(int.MaxValue, 1, desk.Reporter));
        await RefusedAsync(ReturnRefusal.NotFound, desk.Steps.SubmitAsync(int.MaxValue, 1, desk.Reviewer));
        await RefusedAsync(ReturnRefusal.Stale, desk.Steps.SubmitAsync(filled, 99, desk.Reporter));
        await RefusedAsync(ReturnRefusal.WrongDepartment, desk.Steps.SubmitAsync(filled, await V(filled), desk.Stranger));
        await RefusedAsync(ReturnRefusal.WrongDepartment, desk.Steps.SubmitAsync(filled, 99, desk.Stranger));
        await RefusedAsync(ReturnRefusal.WrongRole, desk.Steps.SubmitAsync(filled, await V(filled), desk.Reviewer));
        await RefusedAsync(ReturnRefusal.WrongState, desk.Steps.SubmitAsync(submitted, await V(submitted), desk.Reporter));
        await RefusedAsync(ReturnRefusal.NotOpen, desk.Steps.SubmitAsync(early, await V(early), desk.Reporter));
        await RefusedAsync(ReturnRefusal.Closed, desk.Steps.SubmitAsync(closed, await V(closed), desk.Reporter));
        await RefusedAsync(ReturnRefusal.Incomplete, desk.Steps.SubmitAsync(open, await V(open), desk.Reporter));
        await RefusedAsync(ReturnRefusal.WrongDepartment, desk.Steps.TakeBackAsync(submitted, await V(submitted), desk.Stranger));
        await RefusedAsync(ReturnRefusal.WrongState, desk.Steps.TakeBackAsync(filled, await V(filled), desk.Reporter));
        await RefusedAsync(ReturnRefusal.WrongRole, desk.Steps.SendBackAsync(submitted, await V(submitted), texts, desk.Reporter));
        await RefusedAsync(ReturnRefusal.WrongState, desk.Steps.SendBackAsync(filled, await V(filled), texts, desk.Reviewer));
        await RefusedAsync(ReturnRefusal.ReasonMissing, desk.Steps.SendBackAsync(submitted, await V(submitted), new Dictionary<CellAddress, string>(), desk.Reviewer));
        await RefusedAsync(ReturnRefusal.ReasonMissing, SendBackAsync(ReturnDesk.Sales, " "));
        await RefusedAsync(ReturnRefusal.TooLong, SendBackAsync(ReturnDesk.Sales, new('长', 301)));
        await RefusedAsync(ReturnRefusal.NotFound, SendBackAsync(new(99, CellField.Value), "请核对"));
        await RefusedAsync(ReturnRefusal.WrongRole, desk.Steps.BeginCorrectionAsync(released, await V(released), "因", desk.Reviewer));
        await RefusedAsync(ReturnRefusal.WrongState, desk.Steps.BeginCorrectionAsync(submitted, await V(submitted), "因", desk.Reporter));
        await RefusedAsync(ReturnRefusal.ReasonMissing, desk.Steps.BeginCorrectionAsync(released, await V(released), " ", desk.Reporter));
        await RefusedAsync(ReturnRefusal.TooLong, desk.Steps.BeginCorrectionAsync(released, await V(released), new('因', 301), desk.Reporter));
        await RefusedAsync(ReturnRefusal.WrongDepartment, desk.Steps.CommentAsync(open, null, "看不到", desk.Stranger));
        await RefusedAsync(ReturnRefusal.ReasonMissing, desk.Steps.CommentAsync(open, null, " ", desk.Reporter));
        await RefusedAsync(ReturnRefusal.TooLong, desk.Steps.CommentAsync(open, null, new('长', 301), desk.Reporter));
        await RefusedAsync(ReturnRefusal.NotFound, desk.Steps.CommentAsync(open, new(2, CellField.Growth), "没有这格", desk.Reporter));

        Assert.Equal(before, await desk.DumpAsync());

        Task<int> V(int id) => desk.VersionAsync(id);
        async Task<ReturnOutcome> SendBackAsync(CellAddress cell, string text) =>
            await desk.Steps.SendBackAsync(submitted, await V(submitted), new Dictionary<CellAddress, string> { [cell] = text }, desk.Reviewer);
        static async Task RefusedAsync(ReturnRefusal expected, Task<ReturnOutcome> step) => Assert.Equal((ReturnOutcome)expected, await step);
    }

    [Fact]
    public async Task Nobody_sends_back_what_he_entered_when_he_was_a_reporter()
    {
        var turncoat = await desk.Setup.UserAsync("wu", Domain.Organisation.Role.Reporter, "d1", "吴两面");
        var id = await desk.OpenAsync();
        await desk.Entry.SaveAsync(id, [new(ReturnDesk.Sales, new(1m), 0)], turncoat);
        await desk.FillAsync(id, (ReturnDesk.Investment, new(123.4m)), (ReturnDesk.InvestmentGrowth, new(5.6m)), (ReturnDesk.Sales, new(78.9m)), (ReturnDesk.Task, new(40m)));
        await desk.SubmitAsync(id);
        await desk.ExecuteAsync($"UPDATE users SET role = 'reviewer', department_code = NULL WHERE id = '{turncoat.Id}'");
        var reviewer = turncoat with { Role = Domain.Organisation.Role.Reviewer, Department = null };

        var outcome = await desk.Steps.SendBackAsync(
            id, await desk.VersionAsync(id), new Dictionary<CellAddress, string> { [ReturnDesk.Sales] = "请核对" }, reviewer);

        Assert.Equal((ReturnOutcome)ReturnRefusal.OwnEntry, outcome);
        Assert.Equal((ReturnOutcome)ReturnRefusal.OwnEntry, await desk.Releasing.ReleaseAsync(id, await desk.VersionAsync(id), reviewer));
        Assert.True(await desk.Reviews.HasEnteredAsync(id, turncoat.Id));
        Assert.False(await desk.Reviews.HasEnteredAsync(id, desk.Reviewer.Id));
        Assert.True((await desk.Reviews.ListAsync(reviewer, new(ReviewShow.All, null, null, null))).Single(i => i.Summary.Id == id).IsOwn);
        await desk.ExecuteAsync($"UPDATE users SET disabled_at = now() WHERE id = '{turncoat.Id}'");
    }

    [Trait("Category", "Security")]
    [Fact]
    public async Task Nobody_releases_what_he_submitted_when_he_was_a_reporter_though_others_entered_it_and_neither_does_the_database_let_him()
    {
        var turncoat = await desk.Setup.UserAsync("zheng", Domain.Organisation.Role.Reporter, "d1", "郑两面");
        var id = await desk.FilledAsync();
        await desk.Steps.SubmitAsync(id, await desk.VersionAsync(id), turncoat);
        await desk.ExecuteAsync($"UPDATE users SET role = 'reviewer', department_code = NULL WHERE id = '{turncoat.Id}'");
        var reviewer = turncoat with { Role = Domain.Organisation.Role.Reviewer, Department = null };

        Assert.Equal((ReturnOutcome)ReturnRefusal.OwnEntry, await desk.Releasing.ReleaseAsync(id, await desk.VersionAsync(id), reviewer));
        Assert.True((await desk.Reviews.ListAsync(reviewer, new(ReviewShow.All, null, null, null))).Single(i => i.Summary.Id == id).IsOwn);
        var refusal = await Assert.ThrowsAsync<Npgsql.PostgresException>(() => desk.ExecuteAsync(
            $"""
            INSERT INTO task_progress (task_number, quarter, percent, return_id, entered_by, released_by, recorded_at)
            SELECT 1, quarter, 40, id, '{desk.Reporter.Id}', '{turncoat.Id}', now() FROM returns WHERE id = {id}
            """));
        Assert.Equal(("42501", "nobody releases a return that he submitted"), (refusal.SqlState, refusal.MessageText));
        await desk.ExecuteAsync($"UPDATE users SET disabled_at = now() WHERE id = '{turncoat.Id}'");
    }

    [Theory]
    [InlineData("return_submissions")]
    [InlineData("messages")]
    [InlineData("audit_events")]
    public async Task Of_a_submission_that_breaks_off_nothing_is_left(string table)
    {
        var id = await desk.FilledAsync();
        var version = await desk.VersionAsync(id);

        await desk.BreaksOffAsync(table, () => desk.Steps.SubmitAsync(id, version, desk.Reporter));
    }

    [Theory]
    [InlineData("return_comments")]
    [InlineData("messages")]
    [InlineData("audit_events")]
    public async Task Of_a_return_that_is_not_sent_back_after_all_nothing_is_left(string table)
    {
        var id = await desk.SubmittedAsync();
        var version = await desk.VersionAsync(id);

        await desk.BreaksOffAsync(table, () => desk.Steps.SendBackAsync(
            id, version, new Dictionary<CellAddress, string> { [ReturnDesk.Sales] = "请核对" }, desk.Reviewer));
    }
}
