using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Returns;
using Xinzhou.Dashboard.Data.Reporting.Batches;
using Xinzhou.Dashboard.Domain.Indicators;
using Xinzhou.Dashboard.Domain.Organisation;
using Xinzhou.Dashboard.Domain.Reporting;

namespace Xinzhou.Dashboard.Data.Reporting;

/// <summary>
/// A <see cref="Change"/> in which one person changes one return. Its row is locked: who wants to change the same return
/// waits, and finds it as it was left. Returns of other departments do not wait.
/// </summary>
internal sealed class ReturnChange : IAsyncDisposable
{
    private readonly Change _change;

    private ReturnChange(Change change, ReturnEntity entity, Return filled, Actor actor) =>
        (_change, Entity, Return, Actor) = (change, entity, filled, actor);

    /// <summary>Follows what is changed; the commit saves it.</summary>
    public DashboardContext Context => _change.Context;

    /// <summary>The row of the return, followed for changes.</summary>
    public ReturnEntity Entity { get; }

    /// <summary>The return as it was found.</summary>
    public Return Return { get; }

    public Actor Actor { get; }

    public DateTimeOffset Now => _change.Now;

    /// <summary>Begins, with the return locked; null if there is no such return.</summary>
    /// <param name="contexts">Makes the context.</param>
    /// <param name="id">The number of the return.</param>
    /// <param name="catalogue">The catalogue that forms speak of.</param>
    /// <param name="actor">Who.</param>
    /// <param name="time">The clock.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ReturnChange?> BeginAsync(
        IDbContextFactory<DashboardContext> contexts, int id, Catalogue catalogue, Actor actor, TimeProvider time, CancellationToken cancellation)
    {
        var change = await Change.BeginAsync(contexts, actor.UserName, time, null, cancellation);
        try
        {
            if (await ReturnReader.LockAsync(change.Context, id, catalogue, cancellation) is var (entity, filled))
            {
                return new(change, entity, filled, actor);
            }
        }
        catch
        {
            await change.DisposeAsync();
            throw;
        }

        await change.DisposeAsync();
        return null;
    }

    /// <summary>Sets the state, and with it the version, when the change is saved; gives the new version.</summary>
    public int SetState(ReturnState state)
    {
        Entity.State = state;
        return ++Entity.Version;
    }

    /// <summary>True when the person has entered anything in the return, also what somebody else has changed since, or has submitted it.</summary>
    public Task<bool> HasEnteredAsync(CancellationToken cancellation) => Context.HasEnteredAsync(Return.Id, Actor.Id, cancellation);

    /// <summary>Waits for the lock of figures; it ends with the change.</summary>
    public Task LockFiguresAsync(CancellationToken cancellation) => _change.LockAsync(ChangeLock.Figures, cancellation);

    /// <summary>Notes the event of the audit log; the commit appends it.</summary>
    public void Audit(string action, object details) => _change.Audit(action, SubjectOf(Return), details);

    /// <summary>Writes cells as they are to stand, with the rows that say who changed them, together with the commit.</summary>
    public void Write(IReadOnlyCollection<ReturnCell> cells) => _change.Send(CellWriter.Statement(Return.Id, cells, Actor.Id, Now));

    /// <summary>
    /// Writes what was changed so far. The database takes entries, submissions and figures in the state that a return was
    /// in; so it is written before the state changes.
    /// </summary>
    public Task SaveAsync(CancellationToken cancellation) => _change.SaveAsync(cancellation);

    public Task CommitAsync(CancellationToken cancellation) => _change.CommitAsync(cancellation);

    public ValueTask DisposeAsync() => _change.DisposeAsync();

    /// <summary>What the audit log calls a return.</summary>
    internal static string SubjectOf(Return filled) =>
        FormattableString.Invariant($"return {filled.Id} {filled.Form.Code} {filled.Quarter} {filled.Department.Code}");
}
