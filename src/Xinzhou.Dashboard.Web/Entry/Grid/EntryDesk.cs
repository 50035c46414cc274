using Xinzhou.Dashboard.Data.Reporting;
using Xinzhou.Dashboard.Data.Snapshot;

namespace Xinzhou.Dashboard.Web.Entry.Grid;

/// <summary>Lays a return before whoever may see it.</summary>
/// <param name="returns">Reads returns.</param>
/// <param name="snapshots">What is published.</param>
/// <param name="laid">Keeps what was laid out last.</param>
/// <param name="time">The clock.</param>
public sealed class EntryDesk(ReturnList returns, SnapshotStore snapshots, LaidReturns laid, TimeProvider time)
{
    /// <summary>The return as it stands; null with the reason when there is none, or it is not for the person to see.</summary>
    public async Task<(ReturnRefusal? Refusal, EntryView? View)> OpenAsync(int id, Actor? actor, CancellationToken cancellation)
    {
        if (actor is null) return (ReturnRefusal.WrongRole, null);
        var filled = await returns.FindAsync(id, cancellation);
        return ReturnRights.Unseen(actor, filled?.Department.Code) is { } unseen ? (unseen, null) : (null, Show(filled!, actor));
    }

    /// <summary>The return as it stands for the reporter who is about to enter; null with the reason when he cannot now.</summary>
    public async Task<(ReturnRefusal? Refusal, EntryView? View)> OpenToEnterAsync(int id, Actor? actor, CancellationToken cancellation)
    {
        var (refusal, view) = await OpenAsync(id, actor, cancellation);
        if (view is null) return (refusal, null);
        if (ReturnRights.Enter(view.Actor, view.Return.Department.Code) is { } role) return (role, null);
        return view switch
        {
            { TakesEntries: true } => (null, view),
            { Return.State: var state } when !state.TakesEntries() => (ReturnRefusal.WrongState, null),
            _ => (view.Now < view.Return.Dates.OpensAt ? ReturnRefusal.NotOpen : ReturnRefusal.Closed, null),
        };
    }

    /// <summary>Lays out a return that has just been read or saved, for a page that shows it.</summary>
    public EntryView Show(Return filled, Actor actor)
    {
        var view = Lay(filled, actor);
        laid.Keep(view);
        return view;
    }

    /// <summary>Judges a return as it is, or as it would be.</summary>
    public EntryView Lay(Return filled, Actor actor)
    {
        var (snapshot, now) = (snapshots.Current, time.GetUtcNow());
        return new() { Sheet = snapshot.Judge(now).Judge(filled), Actor = actor, Now = now, Snapshot = snapshot };
    }
}
