using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

[Trait("Category", "Faults")]
public sealed class PlanTableReaderTests
{
    [Fact]
    public void A_row_of_tasks_says_who_is_responsible()
    {
        var said = PlanFile.Said<TaskStatement>(PlanSheet.Tasks, ("title", "加快制造业振兴升级"), ("dimension", "产业能级"), ("aspect", "推动七大能级跃升"),
            ("lead", "市发展改革委"), ("responsible", "市工信局、 fgw；市工信局"), ("supporting", "各县（市、区）人民政府，市工信局"), ("person", "张三（市长、书记）"));

        Assert.Equal((1, "加快制造业振兴升级", "industry", "seven-upgrades", "fgw"), (said.Number, said.Title, said.Dimension, said.Aspect, said.Lead));
        Assert.Equal(["gxj", "fgw"], said.Responsible!);
        Assert.Equal(["xqs", "gxj"], said.Supporting!);
        Assert.Equal("张三（市长、书记）", said.Person);
    }

    [Fact]
    public void An_empty_cell_says_nothing_and_无_says_that_there_is_none()
    {
        var empty = PlanFile.Said<TaskStatement>(PlanSheet.Tasks);
        Assert.Equal((null, null, null, null, null), (empty.Title, empty.Lead, empty.Responsible, empty.Person, empty.Quote));

        var none = PlanFile.Said<TaskStatement>(PlanSheet.Tasks, ("lead", "无"), ("responsible", "无"), ("person", "无"));
        Assert.Equal(("", ""), (none.Lead, none.Person));
        Assert.Empty(none.Responsible!);
    }

    [Fact]
    public void A_row_of_items_says_when_it_is_due()
    {
        var said = PlanFile.Said<WorkItemStatement>(PlanSheet.Items, ("task", "２"), ("item", "①"), ("text", "建成一期"), ("start", "2026年1月"),
            ("due", "2026年底"), ("plan", "2026-Q2：25%；2026年四季度:60"));

        Assert.Equal((2, 1, "建成一期"), (said.Task, said.Number, said.Text));
        Assert.Equal(new PlanDay(new(2026, 1, 1), "2026年1月"), said.Start);
        Assert.Equal(new PlanDay(new(2026, 12, 31), "2026年底"), said.Due);
        Assert.Equal([new PlanPoint(new(2026, 2), 25), new PlanPoint(new(2026, 4), 60)], said.Path!);
    }

    [Fact]
    public void A_row_of_progress_is_known_from_its_report()
    {
        var said = PlanFile.Said<ProgressStatement>(PlanSheet.Progress, ("percent", "６２.5％"), ("text", "完工"), ("reported", "2026年10月12日"));

        Assert.Equal((new Quarter(2026, 3), 62.5m, "完工"), (said.Quarter, said.Percent, said.Text));
        Assert.Equal((Shanghai.StartOf(new(2026, 10, 12)), KnownFromBasis.Stated), (said.Origin.KnownFrom, said.Origin.KnownFromBasis));
    }

    [Theory]
    [InlineData("文件 2026-01-05", "", "2026-01-05", KnownFromBasis.Source)]
    [InlineData("文件", "2026-02", "2026-02-28", KnownFromBasis.Month)]
    [InlineData("文件 2026-01-05", "2026年2月3日", "2026-02-03", KnownFromBasis.Stated)]
    public void Known_from_is_what_is_published_else_a_date_in_the_source(string source, string published, string day, KnownFromBasis basis)
    {
        var origin = PlanFile.Said<TaskStatement>(PlanSheet.Tasks, ("source", source), ("published", published)).Origin;
        Assert.Equal((Shanghai.StartOf(DateOnly.Parse(day, null)), basis, source), (origin.KnownFrom, origin.KnownFromBasis, origin.Source));
    }

    [Fact]
    public void Without_any_date_it_is_known_from_the_import()
    {
        var origin = PlanFile.Said<TaskStatement>(PlanSheet.Tasks, ("source", "文件")).Origin;
        Assert.Equal((PlanFile.Now, KnownFromBasis.Recorded, PlanFile.Now), (origin.KnownFrom, origin.KnownFromBasis, origin.RecordedAt));
    }

    [Fact]
    public void A_date_given_for_the_whole_file_goes_before_the_import()
    {
        var reading = PlanTableReader.Read(
            [PlanFile.Row(PlanSheet.Tasks, ("source", "文件"))],
            PlanFile.Options() with { Published = Shanghai.StartOf(new(2026, 3, 31)), PublishedToMonth = true });
        var origin = Assert.Single(reading.Drafts).Statement.Origin;
        Assert.Equal((Shanghai.StartOf(new(2026, 3, 31)), KnownFromBasis.Month), (origin.KnownFrom, origin.KnownFromBasis));
    }

    [Theory]
    [InlineData("地区生产总值", null, null)]
    [InlineData("GDP", null, null)]
    [InlineData("地区生产总值累计同比", Measure.Yoy, null)]
    [InlineData("地区生产总值年均增速", Measure.AvgGrowth, null)]
    [InlineData("地区生产总值_高于全省", Measure.Gap, Benchmark.Province)]
    [InlineData("地区生产总值_低于全国", Measure.Gap, Benchmark.Nation)]
    [InlineData("地区生产总值（现价当季）", Measure.Level, null)]
    [InlineData("地区生产总值环比(季调)", Measure.Qoq, null)]
    public void A_suffix_makes_a_commitment_one_of_that_measure(string indicator, Measure? measure, Benchmark? benchmark)
    {
        var said = PlanFile.Said<CommitmentStatement>(PlanSheet.Commitments, ("indicator", indicator), ("owner", "市工信局"), ("baseline", "2020年"), ("tolerance", "3%"), ("task", "2"));

        Assert.Equal(new("gdp", "140900", "2027-FY", PeriodKind.Year, measure, benchmark), said.Target);
        Assert.Equal(("gxj", "2020", 3m, 2), (said.Owner, said.Baseline, said.Tolerance, said.Task));
    }

    [Fact]
    public void A_target_of_a_year_is_found_however_the_year_was_written()
    {
        var options = PlanFile.Options() with { HasTarget = t => t.Period == "2027" };
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Commitments, ("period", "2027-FY"))], options);
        Assert.Equal("2027", Assert.IsType<CommitmentStatement>(Assert.Single(reading.Drafts).Statement).Target.Period);
    }

    [Fact]
    public void A_commitment_to_a_target_that_is_not_known_is_refused()
    {
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Commitments)], PlanFile.Options() with { HasTarget = _ => false });
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("no_target", 2, "indicator", "责任"), (fault.Fault.Code, fault.Fault.Line, fault.Fault.Column, fault.Sheet));
        Assert.Equal("“责任”表第 2 行 indicator 列：“地区生产总值”这一期没有目标。应为：先录入目标（依据为 target 的指标值），再明确责任。", PlanFile.Sentence(fault));
    }

    [Fact]
    public void A_commitment_that_is_held_is_read_again_though_its_target_was_withdrawn()
    {
        var target = PlanFile.Said<CommitmentStatement>(PlanSheet.Commitments).Target;
        var plan = PlanFile.Article with { Commitments = [new() { Target = target, Owner = "fgw" }] };

        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Commitments)], PlanFile.Options(plan) with { HasTarget = _ => false });

        Assert.Empty(reading.Faults);
        Assert.Equal(target, Assert.IsType<CommitmentStatement>(Assert.Single(reading.Drafts).Statement).Target);
    }

    [Fact]
    public void An_outcome_is_the_one_that_is_held_though_its_blanks_differ()
    {
        var plan = PlanFile.Article with { Outcomes = [new() { Year = 2027, Dimension = "industry", Text = "建成 一条链" }] };
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Outcomes, ("achieved", "2026年6月"), ("owner", "fgw"))], PlanFile.Options(plan));
        var said = Assert.IsType<OutcomeStatement>(Assert.Single(reading.Drafts).Statement);
        Assert.Equal((2027, "industry", "建成 一条链", "fgw"), (said.Year, said.Dimension, said.Text, said.Owner));
        Assert.Equal(new PlanDay(new(2026, 6, 30), "2026年6月"), said.Achieved);
    }

    [Theory]
    [InlineData(PlanSheet.Tasks, "lead", "市发展改革委、市工信局", "two_leads")]
    [InlineData(PlanSheet.Tasks, "lead", "市发展改革委\n市工信局", "two_leads")]
    [InlineData(PlanSheet.Tasks, "lead", "市商务局", "unknown_department")]
    [InlineData(PlanSheet.Tasks, "responsible", "市工信局,市商务局", "unknown_department")]
    [InlineData(PlanSheet.Tasks, "supporting", "—", "name")]
    [InlineData(PlanSheet.Tasks, "person", "张三、李四", "two_people")]
    [InlineData(PlanSheet.Tasks, "person", "/", "name")]
    [InlineData(PlanSheet.Tasks, "number", "40", "unknown_task")]
    [InlineData(PlanSheet.Tasks, "number", "0", "number")]
    [InlineData(PlanSheet.Tasks, "number", "1①", "number")]
    [InlineData(PlanSheet.Tasks, "number", "一、产业", "number")]
    [InlineData(PlanSheet.Tasks, "number", "", "required")]
    [InlineData(PlanSheet.Tasks, "dimension", "法治", "unknown_dimension")]
    [InlineData(PlanSheet.Tasks, "aspect", "三", "unknown_aspect")]
    [InlineData(PlanSheet.Tasks, "source", "", "source")]
    [InlineData(PlanSheet.Tasks, "published", "昨天", "date")]
    [InlineData(PlanSheet.Items, "task", "4", "unknown_task")]
    [InlineData(PlanSheet.Items, "item", "1.2", "number")]
    [InlineData(PlanSheet.Items, "due", "6月底前", "date")]
    [InlineData(PlanSheet.Items, "start", "长期", "date")]
    [InlineData(PlanSheet.Items, "plan", "2026-Q2:25, 2026-Q4:25", "path_not_rising")]
    [InlineData(PlanSheet.Items, "plan", "2026-Q2:60, 2026-Q4:25", "path_not_rising")]
    [InlineData(PlanSheet.Items, "plan", "2026-Q2:25, 2026-Q2:60", "path")]
    [InlineData(PlanSheet.Items, "plan", "二季度完成一半", "path")]
    [InlineData(PlanSheet.Items, "plan", "2026-Q4:101", "percent")]
    [InlineData(PlanSheet.Progress, "item", "9", "unknown_item")]
    [InlineData(PlanSheet.Progress, "quarter", "三季度", "quarter")]
    [InlineData(PlanSheet.Progress, "quarter", "2026-Q5", "quarter")]
    [InlineData(PlanSheet.Progress, "quarter", "", "required")]
    [InlineData(PlanSheet.Progress, "quarter", "2026-Q4", "quarter_not_ended")]
    [InlineData(PlanSheet.Progress, "reported", "2026-09-29", "quarter_not_ended")]
    [InlineData(PlanSheet.Progress, "reported", "10月", "date")]
    [InlineData(PlanSheet.Progress, "percent", "100.1", "percent")]
    [InlineData(PlanSheet.Progress, "percent", "-1", "percent")]
    [InlineData(PlanSheet.Progress, "percent", "60①", "number")]
    [InlineData(PlanSheet.Progress, "percent", "已完成", "number")]
    [InlineData(PlanSheet.Progress, "percent", "NA", "required")]
    [InlineData(PlanSheet.Commitments, "indicator", "幸福指数", "unknown_indicator")]
    [InlineData(PlanSheet.Commitments, "indicator", "幸福指数累计同比", "unknown_indicator")]
    [InlineData(PlanSheet.Commitments, "region", "大同市", "unknown_unit")]
    [InlineData(PlanSheet.Commitments, "period", "2027-Q2-Q3", "period")]
    [InlineData(PlanSheet.Commitments, "owner", "fgw、gxj", "two_leads")]
    [InlineData(PlanSheet.Commitments, "tolerance", "-1", "tolerance")]
    [InlineData(PlanSheet.Commitments, "baseline", "去年", "baseline")]
    [InlineData(PlanSheet.Commitments, "baseline", "2027", "baseline")]
    [InlineData(PlanSheet.Commitments, "task", "77", "unknown_task")]
    [InlineData(PlanSheet.Outcomes, "year", "2026", "unknown_milestone")]
    [InlineData(PlanSheet.Outcomes, "dimension", "", "required")]
    [InlineData(PlanSheet.Outcomes, "text", "", "required")]
    [InlineData(PlanSheet.Outcomes, "achieved", "长期", "date")]
    [InlineData(PlanSheet.Departments, "name", "", "required")]
    [InlineData(PlanSheet.Departments, "name", "市商务局、市统计局", "name")]
    [InlineData(PlanSheet.Departments, "code", "other", "department_code")]
    [InlineData(PlanSheet.Departments, "order", "末", "number")]
    public void What_is_wrong_is_refused_with_its_cell(PlanSheet sheet, string column, string text, string code)
    {
        var fault = PlanFile.Fault(sheet, (column, text));
        Assert.Equal(code, fault.Code);
        Assert.Equal(2, fault.Line);
        Assert.Equal(column == "reported" && code == "quarter_not_ended" ? "quarter" : column, fault.Column);
    }

    [Fact]
    public void A_deadline_before_its_start_is_refused() =>
        Assert.Equal("due_before_start", PlanFile.Fault(PlanSheet.Items, ("start", "2026-03-01"), ("due", "2026-02-28")).Code);

    [Fact]
    public void A_deadline_before_the_start_that_is_held_is_refused()
    {
        var plan = Planned(new WorkItem { Task = 1, Number = 1, Start = new(new(2026, 3, 1)) });
        Assert.Equal(["due_before_start"], PlanTableReader.Read([PlanFile.Row(PlanSheet.Items, ("due", "2026-02-28"))], PlanFile.Options(plan)).Faults.Select(f => f.Fault.Code));
    }

    [Fact]
    public void A_quarter_may_be_reported_on_its_last_day() =>
        Assert.Equal(new Quarter(2026, 3), PlanFile.Said<ProgressStatement>(PlanSheet.Progress, ("reported", "2026-09-30")).Quarter);

    [Fact]
    public void Without_a_day_of_report_the_quarter_has_to_have_ended_when_it_became_known() =>
        Assert.Equal("quarter_not_ended", PlanFile.Fault(PlanSheet.Progress, ("reported", ""), ("source", "通报 2026-09-29")).Code);

    [Fact]
    public void A_percent_lower_than_the_quarter_before_is_accepted_with_a_finding()
    {
        var held = new WorkItem { Task = 1, Number = 1, Progress = [Reported(2026, 1, 30), Reported(2026, 2, 70)] };
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Progress)], PlanFile.Options(Planned(held)));

        Assert.Empty(reading.Faults);
        var finding = Assert.Single(reading.Warnings);
        Assert.Equal(("percent_fell", "进度", 2, "percent"), (finding.Fault.Code, finding.Sheet, finding.Fault.Line, finding.Fault.Column));
        Assert.Contains("60 低于前一次报送的 70（2026-Q2）", PlanFile.Sentence(finding), StringComparison.Ordinal);
    }

    [Fact]
    public void A_percent_is_compared_with_what_the_same_file_says_of_the_quarter_before()
    {
        var held = new WorkItem { Task = 1, Number = 1, Progress = [Reported(2026, 2, 70)] };
        var reading = PlanTableReader.Read(
            [PlanFile.Rows(PlanSheet.Progress, [("quarter", "2026-Q3")], [("quarter", "2026-Q2"), ("percent", "50")])], PlanFile.Options(Planned(held)));
        Assert.Empty(reading.Warnings);
    }

    [Fact]
    public void A_percent_higher_than_what_is_held_of_a_later_quarter_is_a_finding()
    {
        var held = new WorkItem { Task = 1, Number = 1, Progress = [Reported(2026, 3, 40)] };
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Progress, ("quarter", "2026-Q2"))], PlanFile.Options(Planned(held)));
        Assert.Contains("60 高于后来季度已报送的 40（2026-Q3）", PlanFile.Sentence(Assert.Single(reading.Warnings)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_merged_number_of_a_task_is_the_task_of_each_of_its_items()
    {
        var reading = PlanFile.Read(PlanFile.Rows(PlanSheet.Items, [("item", "1"), ("text", "甲")], [("item", "2"), ("text", "乙")]));
        Assert.Equal([(1, 1, "甲"), (1, 2, "乙")], reading.Drafts.Select(d => (WorkItemStatement)d.Statement).Select(s => (s.Task, s.Number, s.Text)));
    }

    [Fact]
    public void One_key_twice_with_the_same_content_is_one()
    {
        var reading = PlanFile.Read(PlanFile.Rows(PlanSheet.Tasks, [("responsible", "gxj、fgw")], [("responsible", "市工信局；市发展改革委")]));
        Assert.Empty(reading.Faults);
        Assert.Equal((1, 1, 2), (reading.Drafts.Count, reading.RepeatedRows, reading.Rows));
    }

    [Theory]
    [InlineData(PlanSheet.Tasks, "title", "number")]
    [InlineData(PlanSheet.Items, "text", "item")]
    [InlineData(PlanSheet.Progress, "text", "quarter")]
    [InlineData(PlanSheet.Commitments, "person", "indicator")]
    [InlineData(PlanSheet.Outcomes, "evidence", "text")]
    public void One_key_twice_with_different_content_is_refused(PlanSheet sheet, string field, string column)
    {
        var reading = PlanFile.Read(PlanFile.Row(PlanSheet.Items, ("item", "1"), ("source", "文件"), ("published", "2026-01-01")) with { Sheet = PlanSheet.Items }, PlanFile.Rows(sheet, [(field, "甲"), ("item", sheet == PlanSheet.Items ? "2" : "1")], [(field, "乙"), ("item", sheet == PlanSheet.Items ? "2" : "1")]));
        var fault = Assert.Single(reading.Faults);
        Assert.Equal(("duplicate_key", 3, column, sheet.Chinese()), (fault.Fault.Code, fault.Fault.Line, fault.Fault.Column, fault.Sheet));
        Assert.Contains($"与“{sheet.Chinese()}”表第 2 行是同一项", PlanFile.Sentence(fault), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_may_be_of_an_item_that_the_same_file_enters()
    {
        var reading = PlanFile.Read(PlanFile.Row(PlanSheet.Progress, ("item", "7")), PlanFile.Row(PlanSheet.Items, ("item", "7")));
        Assert.Empty(reading.Faults);
        Assert.Equal([PlanSheet.Items, PlanSheet.Progress], reading.Drafts.Select(d => d.Sheet));
    }

    [Fact]
    public void An_item_with_a_fault_makes_no_further_fault_of_its_progress() =>
        Assert.Equal(["date"], PlanFile.Read(PlanFile.Row(PlanSheet.Items, ("item", "7"), ("due", "年底")), PlanFile.Row(PlanSheet.Progress, ("item", "7"))).Faults.Select(f => f.Fault.Code));

    [Fact]
    public void The_sheet_of_departments_enters_them()
    {
        var reading = PlanFile.Read(
            PlanFile.Row(PlanSheet.Tasks, ("lead", "市商务局"), ("responsible", "swj2、市工信局")),
            PlanFile.Table(PlanSheet.Departments, ["单位", "代码", "排序"], ["市商务局"], ["市统计局", "swj2"], ["市工信局", "", "9"], ["市发展改革委", "fgw", "1"], ["市商务局"]));

        Assert.Empty(reading.Faults.Select(PlanFile.Sentence));
        Assert.Equal([new Department("市商务局", "市商务局", 4), new("swj2", "市统计局", 5)], reading.NewDepartments);
        Assert.Equal([new Department("gxj", "市工信局", 9)], reading.ChangedDepartments);
        Assert.Equal(2, reading.UnchangedDepartments);
        var said = Assert.IsType<TaskStatement>(Assert.Single(reading.Drafts).Statement);
        Assert.Equal("市商务局", said.Lead);
        Assert.Equal(["swj2", "gxj"], said.Responsible!);
    }

    [Fact]
    public void A_department_that_was_entered_by_its_name_is_given_its_code_later_and_once()
    {
        Department[] held = [new("市商务局", "市商务局", 4), new("市统计局", "市统计局", 5) { GivenCode = "tjj" }, new("fgw", "市发展改革委", 1)];

        var reading = PlanFile.ReadWith(
            held,
            PlanFile.Table(PlanSheet.Departments, ["单位", "代码", "排序"], ["市商务局", "swj", "9"], ["市统计局", "tjj"], ["市统计局（办公室）", "swj"], ["市发展改革委", "fgw2"]),
            PlanFile.Table(PlanSheet.Tasks, ["序号", "牵头单位", "来源"], ["1", "swj", "分解表"]));

        Assert.Equal([new Department("市商务局", "市商务局", 9) { GivenCode = "swj" }], reading.ChangedDepartments);
        Assert.Equal([(4, "department_code"), (5, "department_code")], reading.Faults.Select(f => (f.Fault.Line, f.Fault.Code)));
        Assert.Equal("市商务局", Assert.IsType<TaskStatement>(Assert.Single(reading.Drafts).Statement).Lead);
    }

    [Fact]
    public void A_department_twice_with_another_code_is_refused()
    {
        var reading = PlanFile.Read(PlanFile.Table(PlanSheet.Departments, ["单位", "代码"], ["市商务局", "a"], ["市商务局", "b"], ["市统计局", "fgw"]));
        Assert.Equal([(3, "duplicate_key"), (4, "department_code")], reading.Faults.Select(f => (f.Fault.Line, f.Fault.Code)));
    }

    [Fact]
    public void Departments_are_created_where_that_is_asked_for_and_each_is_told_once()
    {
        var reading = PlanTableReader.Read(
            [PlanFile.Rows(PlanSheet.Tasks, [("lead", "市 商 务 局")], [("number", "2"), ("lead", "市商务局"), ("supporting", "市统计局、市商务局")])], PlanFile.Options(create: true));

        Assert.Empty(reading.Faults);
        Assert.Equal([new Department("市商务局", "市商务局", 4), new("市统计局", "市统计局", 5)], reading.NewDepartments);
        Assert.Equal([("new_name", 2, "市商务局"), ("new_name", 3, "市统计局")], reading.Warnings.Select(w => (w.Fault.Code, w.Fault.Line, w.Fault.Found)));
    }

    [Theory]
    [InlineData("市商务局、市统计局", "two_leads")]
    [InlineData("市商务局 市统计局", "name")]
    [InlineData("市商务\n局市统计局", "name")]
    [InlineData("市工信局 市发展改革委", "two_leads")]
    [InlineData("——", "name")]
    [InlineData("市商务局\uE000", "odd_character")]
    public void What_is_no_name_is_not_created(string lead, string code) =>
        Assert.Equal([code], PlanTableReader.Read([PlanFile.Row(PlanSheet.Tasks, ("lead", lead))], PlanFile.Options(create: true)).Faults.Select(f => f.Fault.Code));

    [Fact]
    public void A_name_broken_over_lines_is_the_name() =>
        Assert.Equal("fgw", PlanFile.Said<TaskStatement>(PlanSheet.Tasks, ("lead", "市发展\n改革委")).Lead);

    [Fact]
    public void A_withdrawn_item_stays_so_and_that_is_told()
    {
        var plan = Planned(new WorkItem { Task = 1, Number = 1, IsWithdrawn = true });
        var reading = PlanTableReader.Read([PlanFile.Row(PlanSheet.Items)], PlanFile.Options(plan));
        Assert.Equal(["withdrawn"], reading.Warnings.Select(w => w.Fault.Code));
    }

    [Theory]
    [InlineData(PlanSheet.Progress, "reported", "2027-01-01", "future_day")]
    [InlineData(PlanSheet.Outcomes, "achieved", "2026-11-24", "future_day")]
    public void A_day_to_come_is_remarked(PlanSheet sheet, string column, string text, string code) =>
        Assert.Equal((code, column), (PlanFile.Remark(sheet, (column, text)).Code, PlanFile.Remark(sheet, (column, text)).Column));

    [Theory]
    [InlineData(PlanSheet.Tasks, "lead")]
    [InlineData(PlanSheet.Items, "lead")]
    [InlineData(PlanSheet.Commitments, "owner")]
    [InlineData(PlanSheet.Outcomes, "owner")]
    public void A_dissolved_department_that_is_to_lead_or_own_is_remarked_and_entered(PlanSheet sheet, string column)
    {
        Department[] held = [new("gone", "市经信委", 1) { DissolvedOn = new(2026, 11, 23) }, new("later", "市外侨办", 2) { DissolvedOn = new(2026, 11, 24) }];

        var reading = PlanFile.ReadWith(held, PlanFile.Row(sheet, (column, "市经信委")));
        Assert.Empty(reading.Faults);
        Assert.Single(reading.Drafts);
        var remark = Assert.Single(reading.Warnings);
        Assert.Equal(("dissolved_department", column), (remark.Fault.Code, remark.Fault.Column));
        Assert.Contains("“市经信委”已于 2026-11-23 撤销", PlanFile.Sentence(remark), StringComparison.Ordinal);

        Assert.Empty(PlanFile.ReadWith(held, PlanFile.Row(sheet, (column, "市外侨办"))).Warnings);
    }

    [Fact]
    public void A_plan_beyond_the_deadline_is_remarked() =>
        Assert.Equal("path_outside", PlanFile.Remark(PlanSheet.Items, ("start", "2026-01-01"), ("due", "2026-06-30"), ("plan", "2026-Q3:50")).Code);

    [Fact]
    public void A_plan_in_the_quarter_of_the_deadline_is_not_remarked() =>
        Assert.Empty(PlanFile.Read(PlanFile.Row(PlanSheet.Items, ("start", "2026-03-15"), ("due", "2026-08-15"), ("plan", "2026-Q1:5, 2026-Q3:90"))).Warnings);

    [Fact]
    public void Columns_are_found_by_either_name_and_told_as_the_file_writes_them()
    {
        var table = PlanFile.Table(PlanSheet.Items, ["序　号*", "工作\n序号", "完成时限", "来 源", "备注", "责任单位"], ["1", "1", "6月底前", "文件", "备注"]);
        var reading = PlanFile.Read(table);

        Assert.Equal((2, "完成时限", "date"), (reading.Faults[0].Fault.Line, reading.Faults[0].Fault.Column, reading.Faults[0].Fault.Code));
        Assert.Equal(["备注", "责任单位"], reading.Warnings.Where(w => w.Fault.Code == "ignored_column").Select(w => w.Fault.Column));
    }

    [Fact]
    public void A_missing_or_repeated_column_is_one_fault_and_the_rows_make_none()
    {
        var reading = PlanFile.Read(PlanFile.Table(PlanSheet.Items, ["序号", "task", "具体工作"], ["x", "y", "z"]), PlanFile.Row(PlanSheet.Progress));
        Assert.Equal([("column", "task"), ("column", "工作序号"), ("column", "来源")], reading.Faults.Select(f => (f.Fault.Code, f.Fault.Column)));
        Assert.Equal(1, reading.RejectedLines);
    }

    [Fact]
    public void What_says_the_same_as_above_is_the_nearest_above()
    {
        var reading = PlanFile.Read(PlanFile.Rows(PlanSheet.Items, [("item", "1"), ("lead", "市工信局"), ("due", "2026年底"), ("text", "同上")],
            [("item", "2"), ("lead", "同上"), ("due", "〃"), ("source", "同上")], [("item", "3"), ("lead", "同上"), ("due", "")]));
        Assert.Empty(reading.Faults);
        Assert.Equal(
            [("同上", "gxj", "2026年底", PlanFile.Document), (null, "gxj", "2026年底", PlanFile.Document), (null, "gxj", null, PlanFile.Document)],
            reading.Drafts.Select(d => (WorkItemStatement)d.Statement).Select(s => (s.Text, s.Lead, s.Due?.Text, s.Origin.Source)));
    }

    [Fact]
    public void A_fraction_in_place_of_a_percentage_is_remarked() =>
        Assert.Equal(("small_percent", "0.6"), (PlanFile.Remark(PlanSheet.Progress, ("percent", "0.6")).Code, PlanFile.Remark(PlanSheet.Progress, ("percent", "0.6")).Found));

    [Fact]
    public void What_nobody_would_write_is_refused_as_anything_else()
    {
        var many = string.Concat(Enumerable.Repeat("长期", 15_000)) + "1";
        var reading = PlanFile.Read(PlanFile.Rows(PlanSheet.Items, [.. Enumerable.Range(1, 200)
            .Select(i => new[] { ("item", $"{i}"), ("due", many), ("start", many), ("lead", new string('（', 9) + new string('、', 30_000)), ("plan", new string(':', 30_000)) })]));
        Assert.Equal(200, reading.RejectedLines);
    }

    [Fact]
    public void Every_fault_there_is_is_found()
    {
        var reading = PlanFile.Read(PlanFile.Rows(PlanSheet.Tasks, [("number", "x"), ("lead", "谁"), ("source", "")], [("dimension", "?")]), PlanFile.Row(PlanSheet.Outcomes, ("year", "1")));
        Assert.Equal([("任务", 2), ("任务", 2), ("任务", 2), ("任务", 3), ("标志性成果", 2)], reading.Faults.Select(f => (f.Sheet, f.Fault.Line)));
        Assert.Equal((3, 3), (reading.Rows, reading.RejectedLines));
    }

    [Fact]
    public void A_cell_that_cannot_be_read_as_such_makes_no_further_fault()
    {
        var table = PlanFile.Row(PlanSheet.Items, ("due", "=A1"));
        var reading = PlanFile.Read(table with { Table = table.Table with { Faults = [new(2, "due", FaultReason.FormulaCell, "=A1")] } });
        Assert.Equal(["formula"], reading.Faults.Select(f => f.Fault.Code));
        Assert.Empty(reading.Drafts);
    }

    private static CityPlan Planned(WorkItem item) =>
        PlanFile.Article with { Tasks = [PlanFile.Article.Tasks[0] with { WorkItems = [item] }, .. PlanFile.Article.Tasks.Skip(1)] };

    private static ProgressStatement Reported(int year, int quarter, decimal percent) => new()
    {
        Origin = new()
        {
            Id = 1,
            Source = "通报",
            KnownFrom = PlanFile.Now,
            KnownFromBasis = KnownFromBasis.Stated,
            RecordedAt = PlanFile.Now,
            Actor = "command",
        },
        Task = 1,
        Item = 1,
        Quarter = new(year, quarter),
        Percent = percent,
    };
}
