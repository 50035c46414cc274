using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;
using Xinzhou.Dashboard.Domain.CheckIns;
using Xinzhou.Dashboard.Domain.Time;
using Xinzhou.Dashboard.Web.Entry;
using Xinzhou.Dashboard.Web.Supervision;

namespace Xinzhou.Dashboard.Web.Todo;

/// <summary>What waits for a person, in order of what is late: what came back, what is owed, what is his to decide on.</summary>
/// <param name="store">Gives the plan and what was sent.</param>
/// <param name="returns">Gives returns.</param>
/// <param name="reviews">Gives those that wait for a reviewer.</param>
/// <param name="notices">The words of notices.</param>
/// <param name="days">Which days are worked.</param>
/// <param name="time">The clock.</param>
public sealed class TodoList(
    SnapshotStore store, ReturnList returns, ReviewList reviews, NoticeText notices, WorkingDays days, TimeProvider time)
{
    private const string CheckIns = "/plan/check-ins";

    // What came back is remembered for a year.
    private const int QuartersShown = 4;

    /// <summary>The list of a person; empty for one who has no duties here.</summary>
    public async Task<IReadOnlyList<TodoItem>> OfAsync(CurrentUser user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(user);
        var now = time.GetUtcNow();
        IEnumerable<TodoItem> items = user switch
        {
            { Role: Role.Reporter, DepartmentCode: { } department } => [.. OwedCheckIns(department, now), .. await OwedReturnsAsync(department, now, cancellation), .. WaitingNotices(user, now)],
            { Role: Role.Reviewer } => await WaitingReturnsAsync(user, now, cancellation),
            _ when user.Has(Right.SetTargets) => [.. PendingProposals(user, now), .. UnsignedReviews(now)],
            _ when user.Has(Right.RunSupervision) => [.. WaitingCheckIns(now), .. WaitingNotices(user, now)],
            _ => [],
        };
        return [.. items.OrderByDescending(i => i.IsLate).ThenBy(i => i.Due ?? DateTimeOffset.MaxValue).ThenBy(i => i.Kind)];
    }

    private IEnumerable<TodoItem> OwedCheckIns(string department, DateTimeOffset now) =>
        Duties(now).Where(d => d.Department == department && d.IsOwed).Select(d => new TodoItem
        {
            Kind = d.State == CheckInState.SentBack ? TodoKind.CheckInReturned : TodoKind.CheckInOwed,
            Title = FormattableString.Invariant($"{d.Item.Task}/{d.Item.Number} {d.Item.Text}"),
            IsChinese = true,
            Note = d.Latest?.Decision?.Reason is { } reason ? $"{d.Quarter.Name(Languages.IsEnglish)} · {reason}" : d.Quarter.Name(Languages.IsEnglish),
            Due = Shanghai.EndOf(d.DueOn),
            IsLate = d.IsLate(Shanghai.DayOf(now)),
            Path = CheckIns,
            Quarter = d.Quarter.Code,
        });

    private async Task<IEnumerable<TodoItem>> OwedReturnsAsync(string department, DateTimeOffset now, CancellationToken cancellation) =>
        (await returns.ListAsync(new() { Department = department, Quarters = [], OwedAt = now }, cancellation))
            .Select(r => new TodoItem
            {
                Kind = r.State switch
                {
                    ReturnState.Returned => TodoKind.ReturnReturned,
                    ReturnState.Correcting => TodoKind.ReturnCorrecting,
                    _ => TodoKind.ReturnOwed,
                },
                Title = Languages.IsEnglish ? r.FormNameEn ?? r.FormName : r.FormName,
                IsChinese = !Languages.IsEnglish || r.FormNameEn is null,
                Note = r.Quarter.Name(Languages.IsEnglish),
                Due = r.State == ReturnState.Correcting ? null : r.Dates.DueAt,
                IsLate = r.State != ReturnState.Correcting && r.Dates.IsOverdue(now),
                Path = FormattableString.Invariant($"/returns/{r.Id}"),
            });

    private async Task<IEnumerable<TodoItem>> WaitingReturnsAsync(CurrentUser user, DateTimeOffset now, CancellationToken cancellation) =>
        (await reviews.ListAsync(user.ToActor(), new(ReviewShow.Waiting, null, null, null), cancellation: cancellation))
            .Where(i => !i.IsOwn)
            .Select(i => new TodoItem
            {
                Kind = TodoKind.Review,
                Title = Languages.IsEnglish ? i.Summary.FormNameEn ?? i.Summary.FormName : i.Summary.FormName,
                IsChinese = !Languages.IsEnglish || i.Summary.FormNameEn is null,
                Note = $"{i.Summary.Department.Name} · {i.Summary.Quarter.Name(Languages.IsEnglish)}",
                Due = i.Summary.Dates.DueAt,
                IsLate = i.Presses && i.Summary.Dates.IsOverdue(now),
                Path = FormattableString.Invariant($"/review/{i.Summary.Id}"),
            });

    private IEnumerable<TodoItem> WaitingNotices(CurrentUser user, DateTimeOffset now)
    {
        var (held, actor) = (new NoticesNow(store.Current, new(now), days), user.ToActor());
        return held.SeenBy(actor).Where(n => NoticesNow.WaitsFor(n, actor)).Select(n => new TodoItem
        {
            Kind = actor.Role == Role.Reporter ? TodoKind.NoticeOwed : TodoKind.NoticeDecide,
            Title = $"{n.Assignment.Number} {n.Assignment.Subject}",
            IsChinese = true,
            Note = $"{held.Plan.DepartmentName(n.Assignment.Lead)} · {notices.Stage(n.Stage)}",
            Due = actor.Role == Role.Reporter && n.Next?.Due is { } due ? Shanghai.EndOf(due) : null,
            IsLate = actor.Role == Role.Reporter && n.Overdue.Any(),
            Path = $"{NoticeFilter.Path}/{n.Assignment.Number}",
        });
    }

    /// <summary>What others propose: nobody approves his own. Each leads to its target; of one that is shown no more to the list.</summary>
    private IEnumerable<TodoItem> PendingProposals(CurrentUser user, DateTimeOffset now)
    {
        var targets = store.Current.LightsAt(new(now)).Targets;
        return store.Current.Pledges.Proposals.Where(p => p.Decision is null && p.AuthorId != user.Id).Select(p =>
        {
            var said = $"{p.By} · {FigureWords.Day(p.At)}";
            var target = targets.FirstOrDefault(t => p.Said.Target.Covers(t.Figure.Series, t.Figure.Period))?.Figure;
            return new TodoItem
            {
                Kind = TodoKind.Approve,
                Title = target is null ? p.Reason : $"{Names.Of(target.Series.Indicator)} · {Names.Period(target)}",
                IsChinese = target is null || !Languages.IsEnglish,
                Note = target is null ? said : $"{p.Reason} · {said}",
                Path = target is null ? "/plan/targets" : $"/plan/targets/{target.Key}",
            };
        });
    }

    /// <summary>Reviews whose pack is frozen and that have dimensions nobody has signed.</summary>
    private IEnumerable<TodoItem> UnsignedReviews(DateTimeOffset now)
    {
        var (book, dimensions) = (store.Current.Reviews, store.Current.Plan.Dimensions);
        return book.All.Where(r => r.Pack is not null).Select(r => new TodoItem
        {
            Kind = TodoKind.SignReview,
            Title = r.Subject.Name(Languages.IsEnglish),
            Note = FormattableString.Invariant($"{r.HeldOn:yyyy-MM-dd}"),
            Count = dimensions.Count(d => r.Verdict(d.Code) is null && !book.IsAccepted(r.Subject, d.Code)),
            Due = Shanghai.EndOf(r.HeldOn),
            IsLate = r.HeldOn < Shanghai.DayOf(now),
            Path = FormattableString.Invariant($"/reviews/{r.Id}"),
        }).Where(i => i.Count > 0);
    }

    private IEnumerable<TodoItem> WaitingCheckIns(DateTimeOffset now)
    {
        var (plan, today) = (store.Current.PlanAt(new(now)), Shanghai.DayOf(now));
        var duties = Duties(now).ToList();
        return duties.Where(d => d.State == CheckInState.Sent).GroupBy(d => (d.Department, d.Quarter))
            .Select(g => Of(TodoKind.Acknowledge, g, g.Min(d => d.Latest!.SentAt)))
            .Concat(duties.Where(d => d.IsLate(today)).GroupBy(d => (d.Department, d.Quarter))
                .Select(g => Of(TodoKind.Missed, g, Shanghai.EndOf(g.First().DueOn)) with { IsLate = true }));

        TodoItem Of(TodoKind kind, IGrouping<(string Department, Quarter Quarter), CheckInDuty> of, DateTimeOffset due) => new()
        {
            Kind = kind,
            Title = plan.DepartmentName(of.Key.Department),
            IsChinese = true,
            Note = of.Key.Quarter.Name(Languages.IsEnglish),
            Count = of.Count(),
            Due = due,
            Path = CheckIns,
            Quarter = of.Key.Quarter.Code,
        };
    }

    /// <summary>Those of the last quarter, and of the year before what was sent and is not done with.</summary>
    private IEnumerable<CheckInDuty> Duties(DateTimeOffset now)
    {
        var (snapshot, quarter) = (store.Current, CheckInDuties.LastEnded(Shanghai.DayOf(now)));
        var settings = snapshot.LightSettings.At(new(now));
        for (var i = 0; i < QuartersShown; i++, quarter = quarter.Previous)
        {
            foreach (var duty in CheckInDuties.Of(snapshot.PlanBook, snapshot.CheckIns, quarter, settings, now))
            {
                if (i == 0 || duty.State is CheckInState.Sent or CheckInState.SentBack) yield return duty;
            }
        }
    }
}
