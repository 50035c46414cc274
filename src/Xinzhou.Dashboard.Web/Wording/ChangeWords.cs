using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Changes;
using Xinzhou.Dashboard.Domain.Plan;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;

namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>What is said of changes, in the language of the page: what is otherwise, and why.</summary>
/// <param name="lights">What lights say.</param>
/// <param name="figures">What is said of figures.</param>
/// <param name="text">The words.</param>
public sealed class ChangeWords(LightWords lights, FigureWords figures, IStringLocalizer<ChangeWords> text)
{
    /// <summary>亮灯, 数据, 目标, 工作, 责任, 督办.</summary>
    public string Kind(ChangeKind kind) => text[$"Kind{kind}"];

    /// <summary>新报进度, 数据修订, 时间推移, …</summary>
    public string CauseKind(TurnCauseKind kind) => text[$"Cause{kind}"];

    /// <summary>Why, as a clause with its numbers; of a task with the part that it is due to.</summary>
    /// <param name="cause">Why.</param>
    /// <param name="board">The lights of the later moment, which name the parts.</param>
    public string Cause(TurnCause cause, LightBoard board)
    {
        ArgumentNullException.ThrowIfNull(cause);
        var said = Said(cause);
        return cause.Part is not { } part ? said
            : text["OfPart", part.Kind == LightSubjectKind.Item ? text["PartItem", part.Part].Value : lights.Subject(part, board), said];
    }

    /// <summary>Several causes as one clause.</summary>
    public string Causes(IEnumerable<TurnCause> causes, LightBoard board) =>
        string.Join(text["Then"].Value, causes.Select(c => Cause(c, board)));

    /// <summary>Everything that is otherwise, the lights first, those that stand worse before the others.</summary>
    /// <param name="list">What is otherwise.</param>
    /// <param name="plan">The plan, which knows the units.</param>
    /// <param name="isSeen">Whether the reader sees a notice.</param>
    public IReadOnlyList<ChangeLine> Lines(ChangeList list, CityPlan plan, Func<Notice, bool> isSeen)
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(isSeen);
        return
        [
            .. list.Lights.OrderByDescending(l => l.After.Colour.Severity()).ThenByDescending(l => l.IsWorse).ThenBy(l => l.Subject.Kind == LightSubjectKind.Task ? 0 : 1)
                .Select(l => Line(l, list.After)),
            .. list.Figures.Select(f => Line(f)),
            .. list.Targets.Select(t => Line(t, list.After)),
            .. list.Items.Select(i => Line(i, list.After)),
            .. list.Owners.Select(o => Line(o, list.After, plan)),
            .. list.Notices.Where(n => isSeen(n.Notice)).Select(n => Line(n, plan)),
        ];
    }

    private ChangeLine Line(TurnedLight turned, LightBoard board)
    {
        var name = lights.Subject(turned.Subject, board);
        return new()
        {
            Kind = ChangeKind.Light,
            Change = turned.IsWorse ? "worse" : "better",
            Subject = turned.Subject.ToString(),
            Name = name,
            At = turned.At,
            From = Code.Of(turned.Before.Colour),
            To = Code.Of(turned.After.Colour),
            Causes = turned.Causes,
            Steps = turned.Steps,
            Turned = turned,
            Text = text["Turned", name, lights.Colour(turned.Before.Colour), lights.Colour(turned.After.Colour), Causes(turned.Causes, board)],
        };
    }

    private ChangeLine Line(FigureChange change)
    {
        var cause = change.Withdrawal is null
            ? new TurnCause(TurnCauseKind.Revision) { Figure = change.After, Other = change.Before }
            : new TurnCause(TurnCauseKind.Withdrawal) { Figure = change.Before, Other = change.After, Withdrawal = change.Withdrawal };
        return new()
        {
            Kind = ChangeKind.Figure,
            Change = change.Withdrawal is null ? "revised" : "withdrawn",
            Subject = $"figures/{(change.After ?? change.Before).Key}",
            Name = Named(change.Before),
            At = change.At,
            From = Value(change.Before),
            To = change.After is null ? null : Value(change.After),
            Causes = [cause],
            Text = Said(cause),
        };
    }

    private ChangeLine Line(TargetChange change, LightBoard board)
    {
        var subject = LightSubject.OfTarget(change.Figure.Id);
        var name = board.Find(subject) is null ? text["TargetOf", Named(change.Figure)].Value : lights.Subject(subject, board);
        var (from, to) = change.Kind == TargetChangeKind.Terms
            ? (Terms(change.TermsBefore), Terms(change.TermsAfter))
            : (change.Before is null ? null : Value(change.Before), change.After is null ? null : Value(change.After));
        return new()
        {
            Kind = ChangeKind.Target,
            Change = Code.Of(change.Kind),
            Subject = subject.ToString(),
            Name = name,
            At = change.At,
            From = from,
            To = to,
            Causes = [new(change.Kind == TargetChangeKind.Terms ? TurnCauseKind.Plan : TurnCauseKind.Target) { Figure = change.After, Other = change.Before, Statement = change.Statement }],
            Text = text[$"Target{change.Kind}{First(from, to)}", name, from ?? text["Nothing"].Value, to ?? text["Nothing"].Value],
        };
    }

    private ChangeLine Line(ItemChange change, LightBoard board)
    {
        var subject = LightSubject.OfItem(change.After.Task, change.After.Number);
        var name = lights.Subject(subject, board);
        var isDue = change.Kind == ItemChangeKind.Rescheduled && change.Before?.Due != change.After.Due;
        var (from, to) = change.Kind != ItemChangeKind.Rescheduled ? (null, null)
            : isDue ? (PlanDayText.Of(change.Before?.Due), PlanDayText.Of(change.After.Due))
            : (PlanDayText.Of(change.Before?.Start), PlanDayText.Of(change.After.Start));
        return new()
        {
            Kind = ChangeKind.Item,
            Change = Code.Of(change.Kind),
            Subject = subject.ToString(),
            Name = name,
            At = change.At,
            From = from,
            To = to,
            Causes = [new(TurnCauseKind.Plan) { Statement = change.Statement }],
            Text = change.Kind == ItemChangeKind.Rescheduled
                ? text[$"{(isDue ? "ItemDue" : "ItemStart")}{First(from, to)}", name, from ?? text["Nothing"].Value, to ?? text["Nothing"].Value]
                : text[$"Item{change.Kind}", name, change.After.Text],
        };
    }

    private ChangeLine Line(OwnerChange change, LightBoard board, CityPlan plan)
    {
        var (subject, name) = change.Statement switch
        {
            TaskStatement task => Of(LightSubject.OfTask(task.Number)),
            WorkItemStatement item => Of(LightSubject.OfItem(item.Task, item.Number)),
            CommitmentStatement owed when board.Targets.FirstOrDefault(t => owed.Target.Covers(t.Figure.Series, t.Figure.Period)) is { } target =>
                Of(target.Light.Subject),
            CommitmentStatement owed => ($"commitments/{owed.Target.Indicator}/{owed.Target.Unit}/{owed.Target.Period}", owed.Target.Indicator),
            OutcomeStatement outcome => ($"outcomes/{outcome.Year}/{outcome.Dimension}", text["Outcome", outcome.Year, outcome.Text].Value),
            var other => (other.Subject, other.Subject),
        };
        var (from, to) = change.IsOfUnit
            ? (change.LeadBefore is null ? null : plan.DepartmentName(change.LeadBefore), change.Lead is null ? null : plan.DepartmentName(change.Lead))
            : (change.PersonBefore, change.Person);
        return new()
        {
            Kind = ChangeKind.Owner,
            Change = change.IsOfUnit ? "unit" : "person",
            Subject = subject,
            Name = name,
            At = change.At,
            From = from,
            To = to,
            Causes = [new(TurnCauseKind.Plan) { Statement = change.Statement }],
            Text = text[$"{(change.IsOfUnit ? "OwnerUnit" : "OwnerPerson")}{First(from, to)}", name, from ?? text["Nobody"].Value, to ?? text["Nobody"].Value],
        };

        (string Subject, string Name) Of(LightSubject of) => (of.ToString(), lights.Subject(of, board));
    }

    /// <summary>Which sentence it is where there was nothing before: nothing is told of then.</summary>
    private static string First(string? from, string? to) => from is null && to is not null ? "First" : "";

    private ChangeLine Line(NoticeChange change, CityPlan plan)
    {
        var issued = change.Notice.Assignment;
        return new()
        {
            Kind = ChangeKind.Notice,
            Change = Code.Of(change.Kind),
            Subject = $"supervision/{issued.Number.Code}",
            Name = issued.Subject,
            At = change.At,
            To = change.Event?.Level is { } reached ? Code.Of(reached) : null,
            Text = text[
                $"Notice{change.Kind}", issued.Number.Code, issued.Subject, plan.DepartmentName(issued.Lead),
                change.Event?.Level is { } level ? text[$"Level{level}"].Value : ""],
        };
    }

    private string Said(TurnCause cause) => cause switch
    {
        { Kind: TurnCauseKind.Report, Report: { } report } => text["SaidReport", report.Quarter.Name(Languages.IsEnglish), report.Percent.Plain()],
        { Kind: TurnCauseKind.Revision, Report: { } report, OtherReport: { } other } =>
            text["SaidReportAnew", report.Quarter.Name(Languages.IsEnglish), other.Percent.Plain(), report.Percent.Plain()],
        { Kind: TurnCauseKind.Figure, Figure: { } figure } => text["SaidFigure", Named(figure), Value(figure)],
        { Kind: TurnCauseKind.Revision, Figure: { } figure, Other: { } other } => text["SaidRevision", Named(figure), Value(other), Value(figure)],
        { Kind: TurnCauseKind.Withdrawal, Figure: { } figure } => text["SaidWithdrawal", Named(figure), Value(figure), cause.Withdrawal?.Reason ?? ""],
        { Kind: TurnCauseKind.Target, Figure: { } figure, Other: { } other } => text["SaidTargetMoved", Value(other), Value(figure)],
        { Kind: TurnCauseKind.Target, Figure: { } figure } => text["SaidTargetSet", Value(figure)],
        { Kind: TurnCauseKind.Plan, Statement: WorkItemStatement { IsWithdrawn: true } said } => text["SaidItemWithdrawn", said.Origin.Source],
        { Kind: TurnCauseKind.Plan, Statement: WorkItemStatement { Due: { } due } said } when PlanDayText.Of(due) is { } day => text["SaidItemDue", day, said.Origin.Source],
        { Kind: TurnCauseKind.Plan, Statement: { } said } => text["SaidPlan", said.Origin.Source],
        { Kind: TurnCauseKind.Threshold, Settings: { } settings } => text[settings.Reason is null ? "SaidThreshold" : "SaidThresholdWhy", settings.By, settings.Reason ?? ""],
        { Kind: TurnCauseKind.Time, Override: { } ended } => text["SaidEnded", ended.Until.Written()],
        { Kind: TurnCauseKind.Time, Day: { } day, Light: { } light } => text["SaidTime", day.Written(), lights.InBrief(light)],
        { Kind: TurnCauseKind.Time, Day: { } day } => text["SaidDay", day.Written()],
        { Kind: TurnCauseKind.Override, Override: { IsLifted: true } lifted } => text["SaidLifted", lifted.By, lifted.Reason],
        { Kind: TurnCauseKind.Override, Override: { } decided } => text["SaidOverride", decided.By, lights.Colour(decided.Colour), decided.Reason],
        _ => CauseKind(cause.Kind),
    };

    /// <summary>2026年上半年忻州市地区生产总值; of another measure than the level with its name.</summary>
    private string Named(Figure figure)
    {
        var (period, unit, indicator) = (Names.Period(figure), Names.Of(figure.Series.Unit), Names.Of(figure.Series.Indicator));
        return figure.Series.Measure == Measure.Level
            ? text["FigureName", period, unit, indicator]
            : text["FigureNameOf", period, unit, indicator, figures.Measure(figure.Series)];
    }

    private static string Value(Figure figure) => $"{ValueText.Of(figure, Languages.IsEnglish)}{UnitScale.Of(figure).Behind}";

    /// <summary>How a target is counted; null where nothing is said of it.</summary>
    private string? Terms(Commitment? owed)
    {
        string[] terms =
        [
            .. new[]
            {
                owed?.Baseline is { } baseline ? text[baseline.Length == 4 ? "TermBaselineYear" : "TermBaseline", baseline].Value : null,
                owed?.Tolerance is { } tolerance ? text["TermTolerance", tolerance.Plain()].Value : null,
                owed is { Path.Count: > 0 } ? text["TermPath", string.Join(text["And"].Value, owed.Path.Select(p => text["TermPoint", p.Year, p.Value.Plain()].Value))].Value : null,
            }.OfType<string>(),
        ];
        return terms.Length == 0 ? null : string.Join(text["Then"].Value, terms);
    }
}
