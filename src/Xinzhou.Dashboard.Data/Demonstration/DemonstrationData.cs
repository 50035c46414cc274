using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Audit;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.CheckIns;
using Xinzhou.Dashboard.Data.Figures;
using Xinzhou.Dashboard.Data.Lights;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Demonstration;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Reference;
using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Data.Supervision;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Notation;
using Xinzhou.Dashboard.Domain.Notation.Plans;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Reporting;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Demonstration;

/// <summary>
/// 演示数据: three years of made-up returns of made-up departments, and single quarters of industry before them back to 2019, for training and
/// tests, with a fixed seed. The returns are entered, submitted, sent back, released and corrected by the same code that serves people, on
/// the days they speak of.
/// The installation says so everywhere from then on, and cannot be made to forget it.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="time">The clock.</param>
public sealed class DemonstrationData(IDbContextFactory<DashboardContext> contexts, TimeProvider time)
{
    /// <summary>The seed of the figures.</summary>
    public const int Seed = 20230818;

    private const int Quarters = 12;

    /// <summary>The first quarter of the made-up history, long enough for forecasts with probabilities.</summary>
    private static readonly Quarter FirstOfHistory = new(2019, 1);

    /// <summary>The personas that come with it, beyond those of the roles: what they sign in with and are called.</summary>
    public static IReadOnlyList<(string UserName, string Name)> People { get; } =
        [.. DemonstrationPeople.Reporters.Skip(1).Select(r => (r.UserName, r.Name)), DemonstrationPeople.Deputy];

    private readonly DemonstrationClock _clock = new();
    private readonly SnapshotStore _snapshots = new();
    private readonly SnapshotLoader _loader = new(contexts);
    private IReadOnlyDictionary<string, Actor> _reporters = new Dictionary<string, Actor>();
    private Actor _reviewer = null!;
    private Actor _leader = null!;
    private Actor _supervisor = null!;
    private Actor _deputy = null!;
    private Actor _administrator = null!;
    private DemonstrationFigures _figures = null!;

    private ReturnEntry Entry => new(contexts, _snapshots, _clock);

    private ReturnSteps Steps => new(contexts, _snapshots, _clock);

    private ReturnRelease Release => new(contexts, _snapshots, _clock);

    private ReturnCalendar Calendar => new(contexts, _clock);

    private ReturnList List => new(contexts, _snapshots, _clock);

    /// <summary>Enters it.</summary>
    /// <param name="progress">Told each quarter that is done.</param>
    /// <param name="cancellation">Cancels; what was entered stays, and the installation says that it is a demonstration.</param>
    /// <returns>False when this installation has a demonstration already, or returns or departments of its own.</returns>
    public async Task<bool> LoadAsync(Action<Quarter>? progress = null, CancellationToken cancellation = default)
    {
        var now = time.GetUtcNow();
        _snapshots.Replace(await _loader.LoadAsync(cancellation));
        var held = _snapshots.Current;
        if (!await PrepareAsync(held, cancellation))
        {
            return false;
        }

        _snapshots.Replace(await _loader.LoadAsync(cancellation));
        _figures = new(held.Figures.At(new(now)), [.. held.Catalogue.Counties], Seed);
        var current = Quarter.Of(Shanghai.DayOf(now)).Previous;
        var quarter = current;
        for (var i = 1; i < Quarters; i++) quarter = quarter.Previous;
        await TargetsAsync(quarter.Year, current.Year, cancellation);
        for (; quarter != current; quarter = quarter.Next)
        {
            await PastAsync(quarter, cancellation);
            progress?.Invoke(quarter);
        }

        await ReadMessagesAsync(cancellation);
        await CurrentAsync(current, now, cancellation);
        await PlanAsync(current, now, cancellation);
        progress?.Invoke(current);
        return true;
    }

    private async Task<bool> PrepareAsync(Snapshot.Snapshot held, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Demonstration, cancellation);
        var context = change.Context;
        if (await context.Demonstration.AnyAsync(cancellation) || await context.Departments.AnyAsync(cancellation) || await context.Returns.AnyAsync(cancellation))
        {
            return false;
        }

        DemonstrationForms.Enter(context, held.Catalogue, [.. held.Plan.Tasks.Select(t => t.Number)]);
        (_reporters, _reviewer, _leader, _deputy, _supervisor, _administrator) = await DemonstrationPeople.EnterAsync(change, cancellation);
        context.Add(new DemonstrationEntity { LoadedAt = change.Now, Seed = Seed });
        change.Audit("demonstration.load", "", new { Seed, Quarters });
        await change.CommitAsync(cancellation);
        return true;
    }

    /// <summary>The yearly targets of what industry reports, as if set in each January.</summary>
    private async Task TargetsAsync(int first, int last, CancellationToken cancellation)
    {
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Figures, cancellation);
        var recording = await Recording.BeginAsync(change.Connection, cancellation);
        var rows = DemonstrationForms.WithTarget(_snapshots.Current.Catalogue);
        for (var year = first; year <= last; year++)
        {
            await AppendTargetsAsync(
                change, new(year, 1, 20), FormattableString.Invariant($"{GeneratedSources.Target} {year}年"), [.. rows.Select(r => (r.Indicator!, year, _figures.Target(r, year)))], cancellation);
        }

        change.Audit("demonstration.targets", "", new { first, last, targets = rows.Count, digest = await recording.DigestsAsync(cancellation) });
        await change.CommitAsync(cancellation);
        _snapshots.Replace(await _loader.CatchUpAsync(_snapshots.Current, cancellation));
    }

    private Task AppendTargetsAsync(
        Change change, DateOnly set, string source, IReadOnlyList<(Indicator Indicator, int Year, decimal Value)> targets, CancellationToken cancellation) =>
        new FigureStore(change.Connection).AppendAsync([.. targets.Select((target, i) => new FigureDraft
        {
            Line = i + 1,
            Column = "value",
            Indicator = target.Indicator,
            Unit = _snapshots.Current.Catalogue.City,
            Measure = Measure.Level,
            Period = Period.FullYear(target.Year),
            Attributes = new()
            {
                Kind = ValueKind.Target,
                Uom = target.Indicator.Uom,
                Comparator = Comparator.AtLeast,
                Stage = Stage.Unstated,
                KnownFromBasis = KnownFromBasis.Stated,
                Reliability = Reliability.Repost,
            },
            KnownFrom = Shanghai.StartOf(set),
            SourceText = source,
            Value = target.Value,
            Source = new(source, Address: null, Title: source, Origin: null),
        })], Shanghai.StartOf(set), null, cancellation);

    /// <summary>A quarter that is done: everything released, some of it late, some sent back once.</summary>
    private async Task PastAsync(Quarter quarter, CancellationToken cancellation)
    {
        var opens = Shanghai.StartOf(quarter.LastDay.AddDays(5));
        await OpenAsync(quarter, new(opens, AtSix(opens.AddDays(14)), opens.AddDays(60), 3, 3), opens, cancellation);
        foreach (var (filled, i) in (await AllAsync(quarter, cancellation)).Select((r, i) => (r, i)))
        {
            var isLate = (quarter.Number + i) % 7 == 0;
            _clock.Now = opens.AddDays(isLate ? 16 : 6 + i).AddHours(2);
            await FillAsync(filled, quarter, _ => true, cancellation);
            await SubmitAsync(filled.Id, cancellation);
            if ((quarter.Year + quarter.Number + i) % 5 == 0) await SendBackAndSubmitAsync(filled.Id, 1, cancellation);
            await ReleaseAsync(filled.Id, cancellation);
        }
    }

    /// <summary>The decomposition of the plan, what came of it quarter by quarter, and who owes which target.</summary>
    private async Task PlanAsync(Quarter current, DateTimeOffset now, CancellationToken cancellation)
    {
        var held = _snapshots.Current;
        var plan = new DemonstrationPlan(held.Plan, held.Plan.Departments, Shanghai.DayOf(now));
        await ImportPlanAsync("演示任务分解表", Shanghai.StartOf(DemonstrationPlan.Adopted.AddDays(1)), plan.Decomposition(), cancellation);
        await MilestoneTargetsAsync(plan, now, cancellation);
        await HistoryAsync(current, cancellation);
        for (var quarter = Quarter.Of(DemonstrationPlan.Adopted); quarter != current.Next; quarter = quarter.Next)
        {
            if (plan.Progress(quarter) is { } progress)
            {
                await ImportPlanAsync($"演示季度进度{quarter}", Earlier(Shanghai.StartOf(quarter.LastDay.AddDays(23)), now), [progress], cancellation);
            }
        }

        foreach (var milestone in held.Plan.Milestones.Where(m => m.Due < Shanghai.DayOf(now)))
        {
            // Once it is over, and before the review that signs it, by the clock of recording too.
            var (over, reviewed) = (Shanghai.StartOf(milestone.Due.AddDays(1)), now.AddDays(-DemonstrationReviews.MilestoneHeldBefore - 1));
            var recorded = over < reviewed ? Earlier(over.AddDays(9), reviewed) : over;
            await ImportPlanAsync(FormattableString.Invariant($"演示验收{milestone.Year}"), recorded, [plan.Achieved(milestone)], cancellation);
        }

        await OverrideAsync(now, cancellation);
        _snapshots.Replace(await _loader.LoadAsync(cancellation));
        await new DemonstrationPledges(contexts, _snapshots, _clock, _loader, [.. _reporters.Values], _leader, _deputy).EnterAsync(now, cancellation);
        await new DemonstrationCheckIns(contexts, _clock, _reporters, _supervisor).EnterAsync(_snapshots.Current.PlanAt(new(now)), current, now, cancellation);
        _snapshots.Replace(await _loader.LoadAsync(cancellation));
        _clock.Now = now;
        await new CheckInCalendar(contexts, _snapshots, ReferenceWorkingDays.Read(), _clock).RunAsync(cancellation);
        await new DemonstrationJudgements(contexts, _clock, _supervisor, [.. _reporters.Keys.Order(StringComparer.Ordinal)])
            .EnterAsync(_snapshots.Current.LightsAt(new(now)), now, cancellation);
        await new DemonstrationNotices(contexts, _clock, ReferenceWorkingDays.Read(), _reporters, _leader, _supervisor).EnterAsync(now, cancellation);
        _snapshots.Replace(await _loader.LoadAsync(cancellation));
        await new DemonstrationReviews(contexts, _snapshots, _loader, _clock, _reporters, _leader, _supervisor).EnterAsync(current, now, cancellation);
        await new DemonstrationConduct(contexts, _clock, _administrator, _supervisor).EnterAsync(_snapshots.Current.PlanAt(new(now)), now, cancellation);
        await new NoticeEscalation(contexts, _snapshots, ReferenceWorkingDays.Read(), SupervisionSettings.Default, _clock).RunAsync(cancellation);
    }

    /// <summary>Set and signed for in the first January of the plan.</summary>
    private async Task MilestoneTargetsAsync(DemonstrationPlan plan, DateTimeOffset now, CancellationToken cancellation)
    {
        var held = _snapshots.Current;
        var targets = DemonstrationTargets.Of(held.Figures.At(new(now)), held.Catalogue, held.Plan, Shanghai.DayOf(now).Year).ToList();
        await using (var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Figures, cancellation))
        {
            var recording = await Recording.BeginAsync(change.Connection, cancellation);
            await AppendTargetsAsync(
                change, DemonstrationTargets.Set, $"{GeneratedSources.Target}（里程碑）", [.. targets.Select(t => (t.Indicator, t.Year, t.Value))], cancellation);
            change.Audit("demonstration.targets", "", new { milestones = targets.Count, digest = await recording.DigestsAsync(cancellation) });
            await change.CommitAsync(cancellation);
        }

        await ImportPlanAsync("演示责任书", Shanghai.StartOf(DemonstrationTargets.Set.AddDays(5)), [plan.Commitments(targets)], cancellation);
    }

    /// <summary>
    /// Single quarters of what industry reports and has targets for, where the returns do not tell them. The targets are set before, from
    /// what the returns say.
    /// </summary>
    private async Task HistoryAsync(Quarter current, CancellationToken cancellation)
    {
        var first = current;
        for (var i = 1; i < Quarters; i++) first = first.Previous;
        var rows = DemonstrationForms.WithTarget(_snapshots.Current.Catalogue);
        await using var change = await Change.BeginAsync(contexts, "setup", time, ChangeLock.Figures, cancellation);
        var recording = await Recording.BeginAsync(change.Connection, cancellation);
        var store = new FigureStore(change.Connection);
        var count = 0;
        for (var quarter = FirstOfHistory; quarter != current; quarter = quarter.Next)
        {
            var told = Shanghai.StartOf(quarter.LastDay.AddDays(20));
            FigureDraft[] drafts = [.. rows.Where(r => _figures.IsUnreported(r, quarter, first)).Select((r, i) => Past(r, quarter, told, i + 1))];
            if (drafts.Length == 0) continue;
            await store.AppendAsync(drafts, told, null, cancellation);
            count += drafts.Length;
        }

        change.Audit("demonstration.history", "", new { first = FirstOfHistory.Code, figures = count, digest = await recording.DigestsAsync(cancellation) });
        await change.CommitAsync(cancellation);
        _snapshots.Replace(await _loader.CatchUpAsync(_snapshots.Current, cancellation));
    }

    private FigureDraft Past(FormRow row, Quarter quarter, DateTimeOffset told, int line)
    {
        var source = FormattableString.Invariant($"{GeneratedSources.History} {quarter.Year}年");
        return new()
        {
            Line = line,
            Column = "value",
            Indicator = row.Indicator!,
            Unit = row.Unit!,
            Measure = Measure.Level,
            Period = Period.Quarter(quarter.Year, quarter.Number),
            Attributes = new()
            {
                Kind = ValueKind.Actual,
                Uom = row.Uom,
                Comparator = Comparator.Equal,
                Stage = Stage.Preliminary,
                KnownFromBasis = KnownFromBasis.Stated,
                Reliability = Reliability.Repost,
            },
            KnownFrom = told,
            SourceText = source,
            Value = _figures.Single(row, quarter),
            Source = new(source, Address: null, Title: source, Origin: null),
        };
    }

    private async Task ImportPlanAsync(string file, DateTimeOffset at, IReadOnlyList<PlanTable> tables, CancellationToken cancellation)
    {
        _clock.Now = at;
        var report = await new PlanImporter(contexts, _clock).ImportAsync(
            new() { Tables = tables }, new() { File = file, Actor = "setup" }, cancellation);
        if (!report.Accepted) throw new InvalidOperationException($"The demonstration was refused: {report.Faults[0].Fault.Sentence()}");
    }

    /// <summary>A leader decides on a light that the rules see otherwise.</summary>
    private async Task OverrideAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        _clock.Now = now.AddDays(-12);
        var outcome = await new LightOverrides(contexts, _clock).SetAsync(
            LightSubject.OfTask(12), LightColour.Green, Shanghai.DayOf(now).AddDays(80), null, "演示：制约因素已协调解决，下季度补齐", _leader, cancellation);
        if (outcome.Refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }

    /// <summary>What was said of past quarters has been read; what is new stands out.</summary>
    private async Task ReadMessagesAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        DateTimeOffset? now = _clock.Now;
        await context.Messages.Where(m => m.ReadAt == null).ExecuteUpdateAsync(m => m.SetProperty(x => x.ReadAt, now), cancellation);
    }

    /// <summary>The quarter that is being reported: a return in every state.</summary>
    private async Task CurrentAsync(Quarter quarter, DateTimeOffset now, CancellationToken cancellation)
    {
        var opens = Earlier(Shanghai.StartOf(quarter.LastDay.AddDays(5)), now.AddDays(-10));
        await OpenAsync(quarter, new(opens, AtSix(now.AddDays(3)), AtSix(now.AddDays(30)), 5, 3), opens, cancellation);
        foreach (var filled in await AllAsync(quarter, cancellation))
        {
            _clock.Now = now.AddDays(-2);
            switch (filled.Form.Code)
            {
                case DemonstrationForms.Industry:
                    await FillAsync(filled, quarter, row => row.Number is not (4 or 12 or 13), cancellation);
                    await PuzzleAsync(filled.Id, quarter, cancellation);
                    break;
                case DemonstrationForms.CountyEconomy:
                    await FillAsync(filled, quarter, _ => true, cancellation);
                    await SubmitAsync(filled.Id, cancellation);
                    break;
                case DemonstrationForms.KeyTasks:
                    await FillAsync(filled, quarter, _ => true, cancellation);
                    await SubmitAsync(filled.Id, cancellation);
                    await SendBackAsync(filled.Id, 2, cancellation);
                    break;
                case DemonstrationForms.Incomes:
                    await FillAsync(filled, quarter, _ => true, cancellation);
                    await SubmitAsync(filled.Id, cancellation);
                    await ReleaseAsync(filled.Id, cancellation);
                    await CorrectAsync(quarter.Previous, cancellation);
                    break;
            }
        }
    }

    private async Task OpenAsync(Quarter quarter, ReturnDates dates, DateTimeOffset at, CancellationToken cancellation)
    {
        _clock.Now = at;
        foreach (var form in DemonstrationForms.All)
        {
            await Calendar.SetAsync(form.Code, quarter, dates, "setup", cancellation);
        }

        await Calendar.RunAsync(cancellation);
    }

    private async Task<IReadOnlyList<Return>> AllAsync(Quarter quarter, CancellationToken cancellation)
    {
        var all = new List<Return>();
        foreach (var summary in await List.ListAsync(new() { Quarters = [quarter] }, cancellation))
        {
            all.Add((await List.FindAsync(summary.Id, cancellation))!);
        }

        return all;
    }

    private async Task FillAsync(Return filled, Quarter quarter, Func<FormRow, bool> rows, CancellationToken cancellation)
    {
        var sheet = _snapshots.Current.Judge(_clock.Now).Judge(filled);
        CellEdit[] edits =
        [
            .. sheet.Rows.Where(r => r.IsAsked && rows(r.Row)).SelectMany(r => r.Cells).Select(c => new CellEdit(c.Address, EntryOf(sheet.Row(c.Address.Row)!.Row, c.Address.Field, quarter), c.Version)),
        ];
        Must((await Entry.SaveAsync(filled.Id, edits, ReporterOf(filled), cancellation)).Refusal);
    }

    /// <summary>What a document says, whenever it was published, is left to the document.</summary>
    private CellEntry EntryOf(FormRow row, CellField field, Quarter quarter) => _figures.IsPublished(row, field, quarter)
        ? new(null, BlankReason.NotObtained, "待统计部门发布")
        : new(field == CellField.Growth ? _figures.Growth(row, quarter) : _figures.Value(row, quarter), Source: DemonstrationForms.SourceOf(row));

    /// <summary>
    /// What a reporter still has to deal with: a growth that wants an explanation, parts that do not add up; and a stock that
    /// did not change, which is reported as its value, beside one that could not be obtained.
    /// </summary>
    private async Task PuzzleAsync(int id, Quarter quarter, CancellationToken cancellation)
    {
        var filled = (await List.FindAsync(id, cancellation))!;
        CellEdit Edit(int row, CellField field, CellEntry entry) =>
            new(new(row, field), entry, filled.Cells.GetValueOrDefault(new(row, field))?.Version ?? 0);
        _clock.Now = _clock.Now.AddHours(3);
        Must((await Entry.SaveAsync(id,
        [
            Edit(3, CellField.Growth, new(60.1m)),
            Edit(7, CellField.Value, new(_figures.Value(filled.Form.Row(7)!, quarter) + 2.00m, Source: "供电公司")),
            Edit(11, CellField.Value, new(null, BlankReason.NotObtained, "名录尚未更新")),
            Edit(12, CellField.Value, new(_figures.Value(filled.Form.Row(12)!, quarter.Previous), Source: DemonstrationForms.SourceOf(filled.Form.Row(12)!))),
        ], ReporterOf(filled), cancellation)).Refusal);
    }

    private async Task SubmitAsync(int id, CancellationToken cancellation)
    {
        var filled = (await List.FindAsync(id, cancellation))!;
        await ExplainAsync(filled, cancellation);
        _clock.Now = _clock.Now.AddMinutes(30);
        Must((await Steps.SubmitAsync(id, filled.Version, ReporterOf(filled), cancellation)).Refusal);
    }

    /// <summary>Whatever a rule asks about is explained, as a reporter would have to.</summary>
    private async Task ExplainAsync(Return filled, CancellationToken cancellation)
    {
        var sheet = _snapshots.Current.Judge(_clock.Now).Judge(filled);
        CellEdit[] edits =
        [
            .. sheet.Cells.Where(c => c.State == CellState.NeedsExplanation)
                .Select(c => new CellEdit(c.Address, c.Entry with { Explanation = "演示说明：与台账核对无误" }, c.Version)),
        ];
        if (edits.Length > 0) Must((await Entry.SaveAsync(filled.Id, edits, ReporterOf(filled), cancellation)).Refusal);
    }

    private async Task SendBackAsync(int id, int cells, CancellationToken cancellation)
    {
        var filled = (await List.FindAsync(id, cancellation))!;
        _clock.Now = _clock.Now.AddHours(20);
        Must((await Steps.SendBackAsync(
            id, filled.Version, filled.Cells.Keys.OrderBy(c => c.Row).Take(cells).ToDictionary(c => c, _ => "请与台账核对"), _reviewer, cancellation)).Refusal);
    }

    private async Task SendBackAndSubmitAsync(int id, int cells, CancellationToken cancellation)
    {
        await SendBackAsync(id, cells, cancellation);
        var filled = (await List.FindAsync(id, cancellation))!;
        _clock.Now = _clock.Now.AddHours(5);
        CellEdit[] edits =
        [
            .. filled.Cells.Values.Where(c => c.SentBack)
                .Select(c => new CellEdit(c.Address, c.Entry with { Source = "演示台账（已核对）" }, c.Version)),
        ];
        Must((await Entry.SaveAsync(id, edits, ReporterOf(filled), cancellation)).Refusal);
        await SubmitAsync(id, cancellation);
    }

    private async Task ReleaseAsync(int id, CancellationToken cancellation)
    {
        var filled = (await List.FindAsync(id, cancellation))!;
        _clock.Now = _clock.Now.AddHours(22);
        Must((await Release.ReleaseAsync(id, filled.Version, _reviewer, cancellation)).Refusal);
        _snapshots.Replace(await _loader.CatchUpAsync(_snapshots.Current, cancellation));
    }

    private async Task CorrectAsync(Quarter quarter, CancellationToken cancellation)
    {
        var filled = (await AllAsync(quarter, cancellation)).Single(r => r.Form.Code == DemonstrationForms.Incomes);
        _clock.Now = _clock.Now.AddHours(1);
        Must((await Steps.BeginCorrectionAsync(filled.Id, filled.Version, "一县口径有误，按复核结果更正", ReporterOf(filled), cancellation)).Refusal);
        var cell = filled.Cells.Values.Where(c => c.Address.Field == CellField.Value && c.Entry.Value is not null).MinBy(c => c.Address.Row)!;
        Must((await Entry.SaveAsync(
            filled.Id, [new(cell.Address, cell.Entry with { Value = cell.Entry.Value + 12, Source = "复核表" }, cell.Version)], ReporterOf(filled), cancellation)).Refusal);
    }

    private Actor ReporterOf(Return filled) => _reporters[filled.Department.Code];

    private static void Must(ReturnRefusal? refusal)
    {
        if (refusal is { } why) throw new InvalidOperationException($"The demonstration was refused: {why}.");
    }

    /// <summary>The end of the office day, as offices set their dates.</summary>
    private static DateTimeOffset AtSix(DateTimeOffset day) => Shanghai.StartOf(Shanghai.DayOf(day)).AddHours(18);

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;
}
