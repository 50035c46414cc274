namespace Xinzhou.Dashboard.Domain.Notation.Plans;

/// <summary>The columns of each sheet, in the order of an export.</summary>
public static class PlanColumns
{
    public const string Name = "name";
    public const string Code = "code";
    public const string Order = "order";
    public const string Number = "number";
    public const string Title = "title";
    public const string Dimension = "dimension";
    public const string Aspect = "aspect";
    public const string Lead = "lead";
    public const string Responsible = "responsible";
    public const string Supporting = "supporting";
    public const string Person = "person";
    public const string Quote = "quote";
    public const string Task = "task";
    public const string Item = "item";
    public const string Text = "text";
    public const string Start = "start";
    public const string Due = "due";
    public const string Plan = "plan";
    public const string Quarter = "quarter";
    public const string Percent = "percent";
    public const string Reported = "reported";
    public const string Indicator = "indicator";
    public const string Region = "region";
    public const string Period = "period";
    public const string Owner = "owner";
    public const string Baseline = "baseline";
    public const string Tolerance = "tolerance";
    public const string Year = "year";
    public const string Achieved = "achieved";
    public const string Evidence = "evidence";
    public const string Source = "source";

    /// <summary>When the source was published, where neither it nor the whole file says so.</summary>
    public const string Published = "published";

    private static readonly PlanColumn SourceColumn = new(Source, "来源", true);
    private static readonly PlanColumn PublishedColumn = new(Published, "发布日期");
    private static readonly PlanColumn LeadColumn = new(Lead, "牵头单位");
    private static readonly PlanColumn PersonColumn = new(Person, "责任人");
    private static readonly PlanColumn TaskColumn = new(Task, "序号", true);
    private static readonly PlanColumn ItemColumn = new(Item, "工作序号", true);

    private static readonly PlanColumn[][] BySheet =
    [
        [new(Name, "单位", true), new(Code, "代码"), new(Order, "排序")],
        [
            new(Number, "序号", true), new(Title, "重点任务"), new(Dimension, "能级"), new(Aspect, "方面"), LeadColumn, new(Responsible, "责任单位"),
            new(Supporting, "配合单位"), PersonColumn, new(Quote, "原文"), SourceColumn, PublishedColumn,
        ],
        [
            TaskColumn, ItemColumn, new(Text, "具体工作"), LeadColumn, PersonColumn, new(Start, "开始"), new(Due, "完成时限"), new(Plan, "计划进度"),
            SourceColumn, PublishedColumn,
        ],
        [
            TaskColumn, ItemColumn, new(Quarter, "季度", true), new(Percent, "形象进度", true), new(Text, "进展"), SourceColumn,
            new(Reported, "报送日期"), PublishedColumn,
        ],
        [
            new(Indicator, "指标", true), new(Region, "地区", true), new(Period, "期别", true), new(Owner, "牵头单位"), PersonColumn,
            new(Baseline, "基期"), new(Tolerance, "允差"), new(Task, "序号"), SourceColumn, PublishedColumn,
        ],
        [
            new(Year, "里程碑", true), new(Dimension, "能级", true), new(Text, "成果", true), new(Owner, "牵头单位"), new(Achieved, "达成日期"),
            new(Evidence, "佐证"), SourceColumn, PublishedColumn,
        ],
    ];

    public static IReadOnlyList<PlanColumn> Of(PlanSheet sheet) => BySheet[(int)sheet];

    /// <summary>True for the head of a column whose numbers are of one row alone: a merged one is refused.</summary>
    public static bool IsNumber(string head) => Of(PlanSheet.Progress).Any(c => c.Name == Percent && PlanHeader.Names(head, c));
}
