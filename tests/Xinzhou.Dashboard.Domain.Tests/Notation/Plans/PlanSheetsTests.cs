using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;

namespace Xinzhou.Dashboard.Domain.Tests.Notation.Plans;

public sealed class PlanSheetsTests
{
    [Theory]
    [InlineData("工作", PlanSheet.Items)]
    [InlineData("标 志 性 成 果", PlanSheet.Outcomes)]
    [InlineData("Items", PlanSheet.Items)]
    [InlineData("departments", PlanSheet.Departments)]
    [InlineData("Sheet1", null)]
    [InlineData("1", null)]
    public void A_sheet_has_an_English_and_a_Chinese_name(string name, PlanSheet? sheet) => Assert.Equal(sheet, PlanSheets.Named(name));

    [Theory]
    [InlineData("单位,代码", PlanSheet.Departments)]
    [InlineData("序号,来源", PlanSheet.Tasks)]
    [InlineData("序号,重点任务,牵头单位,责任单位,来源", PlanSheet.Tasks)]
    [InlineData("序号,工作序号,具体工作,牵头单位,完成时限,来源", PlanSheet.Items)]
    [InlineData("task,item,quarter,percent,source", PlanSheet.Progress)]
    [InlineData("指标,地区,期别,牵头单位,来源", PlanSheet.Commitments)]
    [InlineData("里程碑,能级,成果,来源", PlanSheet.Outcomes)]
    [InlineData("序　号,工作\n序号,形象进度（%）,季度*,来 源", PlanSheet.Progress)]
    [InlineData("序号,重点任务,牵头单位,完成时限", PlanSheet.Tasks)]
    [InlineData("indicator,region,period,value,unit,yoy,source,basis,vintage,quote,note", PlanSheet.Commitments)]
    [InlineData("单位,来源", PlanSheet.Departments)]
    [InlineData("name,source,published", PlanSheet.Departments)]
    [InlineData("单位,联系人,电话", null)]
    [InlineData("指标,单位,数值", null)]
    [InlineData("单位,", PlanSheet.Departments)]
    [InlineData("单位,排序,备注", PlanSheet.Departments)]
    [InlineData("姓名,电话", null)]
    [InlineData("", null)]
    public void A_sheet_is_told_by_its_columns(string columns, PlanSheet? sheet) =>
        Assert.Equal(sheet, PlanSheets.Of(new SourceTable { Columns = columns.Split(',') }));

    [Fact]
    public void A_sheet_that_is_named_is_not_told_by_its_columns() =>
        Assert.Equal(PlanSheet.Items, PlanSheets.Of(new SourceTable { Columns = ["单位"] }, "工作"));
}
