using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Web.Plan;
using Xinzhou.Dashboard.Web.Plan.Tasks;

namespace Xinzhou.Dashboard.Web.Tests.Plan;

/// <summary>What is typed of the plan says no more than what differs.</summary>
public sealed class PlanFormTests
{
    private static readonly WorkItem Item = new() { Task = 3, Number = 2, Text = "建成园区", Lead = "fgw", Due = new(new(2026, 12, 31), "2026年底") };

    private static readonly KeyTask Task = new()
    {
        Number = 3,
        NumberStatus = Status.Provisional,
        Title = "标题",
        TitleStatus = Status.Provisional,
        ContentStatus = Status.FromArticle,
        Dimension = "industry",
        DimensionStatus = Status.Provisional,
        Lead = "fgw",
        WorkItems = [Item],
    };

    [Fact]
    public void Only_what_was_touched_is_said()
    {
        var said = PlanRaw.Task(3, PlanForm.Of(PlanRaw.Of(Task), 5).With(PlanField.Lead, "gxj").With(PlanField.Title, " 标题 "));

        Assert.Equal(("gxj", null, null, null), (said.Lead, said.Title, said.Dimension, said.Responsible));
    }

    [Fact]
    public void A_title_can_be_confirmed_as_it_stands() =>
        Assert.Equal("标题", PlanRaw.Task(3, PlanForm.Of(PlanRaw.Of(Task), 5) with { IsOfficial = true }).Title);

    [Fact]
    public void What_is_emptied_is_taken_away()
    {
        var faults = new Dictionary<PlanField, Fault>();
        var said = PlanRaw.Item(3, 2, PlanForm.Of(PlanRaw.Of(Item), 5).With(PlanField.Due, "").With(PlanField.Lead, null), faults);

        Assert.Empty(faults);
        Assert.Equal(("", new PlanDay(null)), (said.Lead, said.Due));
        Assert.Null(said.Text);
    }

    [Theory]
    [InlineData("长期坚持", null, "长期坚持")]
    [InlineData("2027年6月", "2027-06-30", "2027年6月")]
    [InlineData("2027-06-30", "2027-06-30", null)]
    public void Deadlines_are_worded_as_documents_word_them(string typed, string? day, string? wording)
    {
        var said = PlanRaw.Item(3, 2, PlanForm.Of(PlanRaw.Of(Item), 5).With(PlanField.Due, typed), new Dictionary<PlanField, Fault>());

        Assert.Equal(new PlanDay(day is null ? null : DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture), wording), said.Due);
    }

    [Fact]
    public void What_cannot_be_read_is_told_at_its_field()
    {
        var faults = new Dictionary<PlanField, Fault>();
        PlanRaw.Item(3, 2, PlanForm.Of(PlanRaw.Of(Item), 5).With(PlanField.Due, "6月底前").With(PlanField.Path, "2026-Q2:60, 2026-Q4:20"), faults);

        Assert.Equal([PlanField.Due, PlanField.Path], faults.Keys.Order());
    }

    [Fact]
    public void Upon_what_another_saved_only_what_was_touched_stays()
    {
        var mine = PlanForm.Of(PlanRaw.Of(Task), 5).With(PlanField.Lead, "gxj");
        var theirs = PlanRaw.Of(Task with { Title = "新标题", Lead = "nyj" });

        Assert.Equal([PlanField.Title, PlanField.Lead], mine.ChangedSince(theirs));
        var over = mine.Over(theirs, 6);
        Assert.Equal(("新标题", "gxj", (long?)6), (over[PlanField.Title], over[PlanField.Lead], over.Seen));
        Assert.Equal((null, "gxj"), (PlanRaw.Task(3, over).Title, PlanRaw.Task(3, over).Lead));
    }

    [Fact]
    public void Several_deadlines_are_moved_and_those_without_a_day_stay()
    {
        var change = new BulkChange(BulkKind.Shift, Days: 30);

        Assert.Equal(new PlanDay(new(2027, 1, 30)), ((WorkItemStatement)change.Of(new(Task, Item))!).Due);
        Assert.Null(change.Of(new(Task, Item with { Due = new(null, "长期坚持") })));
        Assert.Null(change.Of(new(Task, null)));
        Assert.Null((change with { Days = int.MaxValue }).Of(new(Task, Item)));
    }

    [Fact]
    public void A_lead_that_holds_already_is_not_said_again()
    {
        Assert.Null(new BulkChange(BulkKind.Lead, Lead: "fgw").Of(new(Task, Item)));
        Assert.Equal("gxj", ((TaskStatement)new BulkChange(BulkKind.Lead, Lead: "gxj").Of(new(Task, null))!).Lead);
    }

    [Fact]
    public void The_list_finds_by_number_wording_and_lead_and_leaves_withdrawn_work_out()
    {
        var plan = CityPlan.Empty with { Tasks = [Task with { WorkItems = [Item, Item with { Number = 3, Lead = null }, Item with { Number = 4, IsWithdrawn = true }] }] };

        Assert.Equal(["3/2", "3/3"], new PlanFilter { Items = true }.Lines(plan).Select(l => l.Number));
        Assert.Equal(["3/3"], new PlanFilter { Items = true, Lead = PlanFilter.NoLead }.Lines(plan).Select(l => l.Number));
        Assert.Equal(["3/2"], new PlanFilter { Items = true, Text = "3/2" }.Lines(plan).Select(l => l.Number));
        Assert.Equal(["3"], new PlanFilter { Text = "标题", Dimension = "industry" }.Lines(plan).Select(l => l.Number));
        Assert.Empty(new PlanFilter { Dimension = "market" }.Lines(plan));
    }
}
