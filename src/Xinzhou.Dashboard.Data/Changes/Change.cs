using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Notation;

namespace Xinzhou.Dashboard.Data.Changes;

/// <summary>
/// The unit of work of every command: one transaction in which one actor changes something at one moment, with its events of
/// the audit log. Left without <see cref="CommitAsync"/> it changes nothing.
/// </summary>
public sealed class Change : IAsyncDisposable
{
    private const string Commit = "COMMIT";

    private const string Event =
        "INSERT INTO audit_events (at, actor, action, subject, details, address, session, os_user) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)";

    private readonly IDbContextTransaction _transaction;
    private readonly bool _ownsContext;
    private bool _isDisposed;
    private readonly List<NpgsqlBatchCommand> _statements = [];
    private readonly List<NpgsqlBatchCommand> _events = [];

    private Change(DashboardContext context, bool ownsContext, IDbContextTransaction transaction, string actor, DateTimeOffset now) =>
        (Context, _ownsContext, _transaction, Actor, Now) = (context, ownsContext, transaction, actor, now);

    /// <summary>Follows what is changed through it; <see cref="CommitAsync"/> saves it.</summary>
    public DashboardContext Context { get; }

    /// <summary>Who: a sign-in name, or <c>command</c> for the command line, <c>setup</c> for the first start.</summary>
    public string Actor { get; }

    /// <summary>When: the same for everything in the change, as exact as PostgreSQL keeps it.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The connection, in the transaction: for COPY and what else EF cannot say.</summary>
    internal NpgsqlConnection Connection => Context.Connection();

    /// <summary>Begins a change on a context of its own.</summary>
    /// <param name="contexts">Makes the context.</param>
    /// <param name="actor">Who, for the audit log.</param>
    /// <param name="time">The clock: what waited for a lock happens after what it waited for.</param>
    /// <param name="turn">What is to be locked; null when rows are locked as they are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<Change> BeginAsync(
        IDbContextFactory<DashboardContext> contexts, string actor, TimeProvider time, ChangeLock? turn, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(contexts);
        ArgumentNullException.ThrowIfNull(time);
        var context = await contexts.CreateDbContextAsync(cancellation);
        try
        {
            return await BeginAsync(context, true, actor, time, turn, cancellation);
        }
        catch
        {
            await context.DisposeAsync();
            throw;
        }
    }

    /// <summary>Begins a change on a context that others use too: that of Identity's stores. It is not disposed of.</summary>
    /// <param name="context">The context; what it has read so far is forgotten.</param>
    /// <param name="actor">Who, for the audit log.</param>
    /// <param name="time">The clock: what waited for a lock happens after what it waited for.</param>
    /// <param name="turn">What is to be locked; null when rows are locked as they are read.</param>
    /// <param name="cancellation">Cancels.</param>
    public static Task<Change> BeginAsync(
        DashboardContext context, string actor, TimeProvider time, ChangeLock? turn, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(time);
        context.ChangeTracker.Clear();
        return BeginAsync(context, false, actor, time, turn, cancellation);
    }

    /// <summary>Waits for a lock; it ends with the change.</summary>
    public Task LockAsync(ChangeLock turn, CancellationToken cancellation = default) => LockAsync(Context, turn, cancellation);

    /// <summary>Notes an event of the audit log; the commit appends it.</summary>
    /// <param name="action">What: <c>rule.change</c>.</param>
    /// <param name="subject">To what; may be empty.</param>
    /// <param name="details">More, as JSON.</param>
    public void Audit(string action, string subject, object details) => _events.Add(new(Event)
    {
        Parameters =
        {
            new NpgsqlParameter<DateTimeOffset> { TypedValue = Now.ToUniversalTime() },
            new NpgsqlParameter<string> { TypedValue = Actor },
            new NpgsqlParameter<string> { TypedValue = action },
            new NpgsqlParameter<string> { TypedValue = subject },
            new NpgsqlParameter<string> { TypedValue = AuditJson.Write(details), NpgsqlDbType = NpgsqlDbType.Jsonb },
            new NpgsqlParameter<string?> { TypedValue = AuditOrigin.Current.Address },
            new NpgsqlParameter<Guid?> { TypedValue = AuditOrigin.Current.Session },
            new NpgsqlParameter<string?> { TypedValue = AuditOrigin.Current.OsUser },
        },
    });

    /// <summary>Takes a statement that is sent together with the commit, after what the context follows and before the events.</summary>
    internal void Send(NpgsqlBatchCommand statement) => _statements.Add(statement);

    /// <summary>Writes what was changed, so that questions within the change see it.</summary>
    public Task SaveAsync(CancellationToken cancellation = default) => Context.SaveChangesAsync(cancellation);

    /// <summary>Writes what was changed, appends the events and ends the transaction: all of it or nothing.</summary>
    /// <param name="cancellation">Cancels up to the commit itself: nobody would know what came of that.</param>
    public async Task CommitAsync(CancellationToken cancellation = default)
    {
        await Context.SaveChangesAsync(cancellation);
        if (_statements.Count + _events.Count == 0)
        {
            cancellation.ThrowIfCancellationRequested();
            await _transaction.CommitAsync(CancellationToken.None);
            return;
        }

        // The log is one chain: whoever appends to it keeps others waiting until his commit, and so goes there and back no more. What
        // comes after a statement that fails is not carried out, the commit neither.
        await using var batch = new NpgsqlBatch(Connection);
        foreach (var statement in (IEnumerable<NpgsqlBatchCommand>)[.. _statements, .. _events, new(Commit)]) batch.BatchCommands.Add(statement);
        // Once on each connection of the pool.
        await batch.PrepareAsync(cancellation);
        cancellation.ThrowIfCancellationRequested();
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        // It is over for the context too, which did not send that commit and may be used on.
        await _transaction.DisposeAsync();
    }

    /// <summary>Gives up what was not committed.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        await _transaction.DisposeAsync();
        Context.Database.AutoSavepointsEnabled = true;
        if (_ownsContext) await Context.DisposeAsync();
        else Context.ChangeTracker.Clear();
    }

    private static async Task<Change> BeginAsync(
        DashboardContext context, bool ownsContext, string actor, TimeProvider time, ChangeLock? turn, CancellationToken cancellation)
    {
        var transaction = await context.Database.BeginTransactionAsync(cancellation);
        try
        {
            // What fails fails as a whole; a savepoint at each saving would be two more round trips.
            context.Database.AutoSavepointsEnabled = false;
            if (turn is { } which) await LockAsync(context, which, cancellation);
            return new(context, ownsContext, transaction, actor, DateNotation.ToMicrosecond(time.GetUtcNow()));
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private static Task<int> LockAsync(DashboardContext context, ChangeLock turn, CancellationToken cancellation) =>
        context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext({NameOf(turn)}))", cancellation);

    /// <summary>What the lock is called in PostgreSQL; the number that it takes there is the hash of it.</summary>
    internal static string NameOf(ChangeLock turn) => $"xinzhou-dashboard {Code.Of(turn)}";
}
