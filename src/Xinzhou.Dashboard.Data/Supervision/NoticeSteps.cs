using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Supervision;
using Xinzhou.Dashboard.Data.Plans;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Progress.Lights;
using Xinzhou.Dashboard.Domain.Supervision;
using Xinzhou.Dashboard.Domain.Time;

namespace Xinzhou.Dashboard.Data.Supervision;

/// <summary>
/// Notices from 交办 to 销号. Whoever does something takes his turn, so that two who decide at once see one another; nothing is
/// overwritten.
/// </summary>
/// <param name="contexts">Makes contexts.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="settings">How notices are run here.</param>
/// <param name="time">The clock.</param>
public sealed class NoticeSteps(
    IDbContextFactory<DashboardContext> contexts, WorkingDays days, SupervisionSettings settings, TimeProvider time)
{
    /// <summary>交办: issues a notice to each of the units that are to lead; all of them or none.</summary>
    /// <param name="draft">What is to be issued.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<NoticeOutcome> IssueAsync(NoticeDraft draft, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(draft);
        if (!NoticeRules.MayIssue(actor)) return ChangeRefusal.WrongRole;
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Supervision, cancellation);
        var outcome = await IssueAsync(change, draft, actor, cancellation);
        if (outcome.Refusal is null) await change.CommitAsync(cancellation);
        return outcome;
    }

    /// <summary>Issues within a change that holds the lock of notices and commits them with everything else.</summary>
    /// <param name="change">The change.</param>
    /// <param name="draft">What is to be issued.</param>
    /// <param name="actor">Who: a leader or the inspection office.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    internal async Task<NoticeOutcome> IssueAsync(Change change, NoticeDraft draft, Actor actor, CancellationToken cancellation)
    {
        var said = draft.Trimmed();
        var units = (await change.Context.Departments.AsNoTracking().ToListAsync(cancellation)).ToDictionary(d => d.Code);
        var today = Shanghai.DayOf(change.Now);
        NoticeFault[] faults = [.. said.Faults(units.ContainsKey, u => units.GetValueOrDefault(u)?.IsDissolvedOn(today) == true)];
        if (faults.Length == 0 && said.Origin == NoticeOrigin.Light && !await IsLightAsync(change, said.Reference!, cancellation))
        {
            faults = [NoticeReason.UnknownLight];
        }
        else if (faults.Length == 0 && said.Origin == NoticeOrigin.Light && await IssuedAsync(change, said, cancellation) is { } held)
        {
            faults = [new(NoticeReason.AlreadyIssued, Number: held)];
        }

        if (faults.Length > 0) return NoticeOutcome.Of(faults);
        var first = await NextAsync(change, cancellation);
        NoticeEntity[] rows = [.. said.Leads.Select((lead, i) => RowOf(change, said, first with { Sequence = first.Sequence + i }, first, lead, actor))];
        // The others of a dispatch lean on its first.
        change.Context.Add(rows[0]);
        await change.SaveAsync(cancellation);
        foreach (var row in rows[1..])
        {
            change.Context.Add(row);
            await change.SaveAsync(cancellation);
        }

        foreach (var row in rows)
        {
            change.Audit("notice.issue", SubjectOf(row.Number), new
            {
                row.Grade,
                subject = row.Subject,
                row.Requirement,
                row.Origin,
                row.Reference,
                lead = units[row.LeadCode].Name,
                assisting = row.Assisting.Select(c => units[c].Name),
                row.Person,
                row.Mode,
            });
            await NoticeMessages.AssignedAsync(change, AssignmentOf(row, actor), cancellation);
        }

        return NoticeOutcome.Done([.. rows.Select(r => r.Number)]);
    }

    /// <summary>Does something about a notice. Closing one closes those that were issued together with it.</summary>
    /// <param name="number">Which.</param>
    /// <param name="entry">What.</param>
    /// <param name="seen">The number of the last that was done when he saw it; 0 if nothing was.</param>
    /// <param name="actor">Who.</param>
    /// <param name="cancellation">Cancels; nothing is then done.</param>
    public async Task<NoticeOutcome> DoAsync(
        NoticeNumber number, NoticeEntry entry, long seen, Actor actor, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (!NoticeRules.MayDo(entry.Act, actor)) return ChangeRefusal.WrongRole;
        var said = entry.Trimmed();
        await using var change = await Change.BeginAsync(contexts, actor.UserName, time, ChangeLock.Supervision, cancellation);
        var dispatch = (await NoticeReader.ReadAsync(change.Context, number, cancellation)).Held(days, Shanghai.DayOf(change.Now));
        if (dispatch.FirstOrDefault(n => n.Assignment.Number == number) is not { } notice) return ChangeRefusal.NotFound;
        if (notice.LastEventId != seen) return ChangeRefusal.Stale;
        if (NoticeRules.Faults(notice, said, actor, days).ToArray() is { Length: > 0 } faults) return NoticeOutcome.Of(faults);
        Notice[] changed = said.Act == NoticeAct.Close ? [.. dispatch.Where(n => !n.IsClosed)] : [notice];
        if (changed.Any(n => n != notice && n.Stage != NoticeStage.Verified)) return NoticeOutcome.Of(NoticeReason.OthersNotVerified);
        if (said.Act == NoticeAct.Close && changed.Any(n => n.IsOwnOf(actor.Id))) return NoticeOutcome.Of(NoticeReason.OwnWork);
        if (said.Act == NoticeAct.Reopen && await IsDissolvedAsync(change, notice.Assignment.Lead, cancellation)) return NoticeOutcome.Of(NoticeReason.UnitDissolved);
        if (await FilesAsync(change, notice, said, cancellation) is not { } files) return NoticeOutcome.Of(NoticeReason.UnknownFile);
        foreach (var one in changed) await AddAsync(change, one, said, files, actor, cancellation);
        await change.CommitAsync(cancellation);
        return NoticeOutcome.Done([.. changed.Select(n => n.Assignment.Number)]);
    }

    /// <summary>What the audit log calls a notice.</summary>
    internal static string SubjectOf(NoticeNumber number) => $"notice {number}";

    private static async Task AddAsync(
        Change change, Notice notice, NoticeEntry said, SortedDictionary<long, string> files, Actor actor, CancellationToken cancellation)
    {
        var (number, pauses) = (notice.Assignment.Number, said.Act == NoticeAct.Pause);
        change.Context.Add(new NoticeEventEntity
        {
            Number = number,
            Act = said.Act,
            Text = said.Text,
            Evidence = said.Act == NoticeAct.Claim ? said.Evidence : null,
            Files = [.. files.Keys],
            Percent = said.Act == NoticeAct.Feedback ? said.Percent : null,
            FromDay = pauses ? said.From : null,
            UntilDay = pauses || said.Act is NoticeAct.AskExtension or NoticeAct.Extend or NoticeAct.Reopen or NoticeAct.Refuse ? said.Until : null,
            Level = said.Act == NoticeAct.Escalate ? said.Level : null,
            DoneBy = actor.Id,
            DoneAt = change.Now,
        });
        await change.SaveAsync(cancellation);
        change.Audit(ActionOf(said.Act), SubjectOf(number), new { said.Text, said.Evidence, files = files.Count == 0 ? null : files.Values, said.Percent, said.From, said.Until, said.Level });
        await NoticeMessages.DoneAsync(change, notice.Assignment, said, cancellation);
    }

    /// <summary>The names of the files that go along, by their numbers; null where one is not of the notice and the side that acts.</summary>
    private static async Task<SortedDictionary<long, string>?> FilesAsync(Change change, Notice notice, NoticeEntry said, CancellationToken cancellation)
    {
        long[] asked = said.Act.CarriesFiles() ? [.. said.Files.Distinct()] : [];
        if (asked.Length == 0) return [];
        var (number, side) = (notice.Assignment.Number, said.Act.IsOfUnit() ? notice.Assignment.Lead : null);
        var found = await change.Context.NoticeEvidence
            .Where(e => asked.Contains(e.Id) && e.Number == number && e.DepartmentCode == side)
            .ToDictionaryAsync(e => e.Id, e => e.Name, cancellation);
        return found.Count == asked.Length ? new(found) : null;
    }

    private static Task<bool> IsDissolvedAsync(Change change, string unit, CancellationToken cancellation)
    {
        var today = Shanghai.DayOf(change.Now);
        return change.Context.Departments.AnyAsync(d => d.Code == unit && d.DissolvedOn <= today, cancellation);
    }

    private static string ActionOf(NoticeAct act) => $"notice.{Domain.Code.Of(act)}";

    /// <summary>The number that comes next in the year of the change.</summary>
    private static async Task<NoticeNumber> NextAsync(Change change, CancellationToken cancellation)
    {
        var year = Shanghai.DayOf(change.Now).Year;
        // Numbers are texts in the database: what is behind the hyphen is compared as a number.
        var held = await change.Context.Notices.OrderByDescending(n => n.Id).Select(n => n.Number).Take(NoticeDraft.MaxUnits).ToListAsync(cancellation);
        return new(year, held.Where(n => n.Year == year).Select(n => n.Sequence).DefaultIfEmpty().Max() + 1);
    }

    private NoticeEntity RowOf(Change change, NoticeDraft said, NoticeNumber number, NoticeNumber dispatch, string lead, Actor actor) => new()
    {
        Number = number,
        Dispatch = dispatch,
        Grade = said.Grade,
        Subject = said.Subject,
        Requirement = said.Requirement,
        Origin = said.Origin,
        Reference = said.Reference,
        LeadCode = lead,
        Assisting = [.. said.Assisting],
        Person = said.Person,
        Mode = settings.Mode,
        AssignedBy = actor.Id,
        AssignedAt = change.Now,
    };

    private static NoticeAssignment AssignmentOf(NoticeEntity row, Actor actor) => new()
    {
        Id = row.Id,
        Number = row.Number,
        Dispatch = row.Dispatch,
        Grade = row.Grade,
        Subject = row.Subject,
        Requirement = row.Requirement,
        Origin = row.Origin,
        Reference = row.Reference,
        Lead = row.LeadCode,
        Assisting = row.Assisting,
        Person = row.Person,
        Mode = row.Mode,
        By = new(actor.Id, actor.Name),
        At = row.AssignedAt,
    };

    /// <summary>The notice of the same light that one of the units works on: of two who decide at once the second is told. Null if there is none.</summary>
    private async Task<NoticeNumber?> IssuedAsync(Change change, NoticeDraft said, CancellationToken cancellation)
    {
        var (reference, leads) = (said.Reference, said.Leads.ToArray());
        var before = await change.Context.Notices
            .Where(n => n.Origin == NoticeOrigin.Light && n.Reference == reference && leads.Contains(n.LeadCode))
            .OrderBy(n => n.Id).Select(n => n.Number).ToListAsync(cancellation);
        foreach (var number in before)
        {
            var book = await NoticeReader.ReadAsync(change.Context, number, cancellation);
            if (book.Held(days, Shanghai.DayOf(change.Now)).Any(n => n.Assignment.Number == number && n.IsRunning)) return number;
        }

        return null;
    }

    /// <summary>Whether there is something that a light is of.</summary>
    private static async Task<bool> IsLightAsync(Change change, string reference, CancellationToken cancellation)
    {
        if (LightSubject.Parse(reference) is not { } subject) return false;
        if (subject.Kind == LightSubjectKind.Target)
        {
            return await change.Context.Figures.AnyAsync(f => f.Id == subject.Number && f.Kind == ValueKind.Target, cancellation);
        }

        var task = (await PlanImportReading.BookAsync(change.Context, cancellation)).At(new AsOf(change.Now)).Task((int)subject.Number);
        return subject.Kind == LightSubjectKind.Task ? task is not null : task?.WorkItems.Any(i => i.Number == subject.Part && !i.IsWithdrawn) == true;
    }
}
