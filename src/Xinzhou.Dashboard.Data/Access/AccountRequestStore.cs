using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Conventions;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>The requests over accounts that take a second security administrator.</summary>
public static class AccountRequestStore
{
    private static readonly Expression<Func<AccountRequestEntity, AccountRequest>> WithNames = r => new(
        r.Id, r.Kind, r.UserId, r.UserName, r.DisplayName, r.Role, r.DepartmentCode, r.Email,
        new(r.RequestedBy, r.Requester.DisplayName), r.RequestedAt, r.State)
    {
        DecidedAt = r.DecidedAt,
        LinkAt = r.LinkAt,
    };

    /// <summary>Those that wait, and those whose link is yet to be fetched; the oldest first.</summary>
    public static async Task<IReadOnlyList<AccountRequest>> ListAsync(
        IDbContextFactory<DashboardContext> contexts, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        DateTimeOffset? fetched = now - FourEyes.LinkKept;
        var requests = await context.AccountRequests.Known(context)
            .Where(r => r.State == AccountRequestState.Pending
                || (r.State == AccountRequestState.InForce && r.LinkAt == null && r.DecidedAt > fetched
                    && (r.Kind == AccountRequestKind.Create || r.Kind == AccountRequestKind.Invite)))
            .OrderBy(r => r.Id).Select(WithNames).ToListAsync(cancellation);
        var people = requests.ConvertAll(r => r.User);
        var held = await context.Users.Known(context).Where(u => people.Contains(u.Id))
            .Select(u => new { u.Id, u.Role, u.DepartmentCode, u.Email }).ToDictionaryAsync(u => u.Id, cancellation);
        return requests.ConvertAll(r => r.User is { } id && held.GetValueOrDefault(id) is { } of
            ? r with { Now = (of.Role, of.DepartmentCode, of.Email) }
            : r);
    }

    /// <summary>How many security administrators there are that can consent to what one of them asks for; personas are none.</summary>
    public static async Task<int> CountOthersAsync(
        IDbContextFactory<DashboardContext> contexts, Guid asker, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        return await context.Users.CountAsync(u => u.Role == Role.Security && u.DisabledAt == null && !u.IsPersona && u.Id != asker, cancellation);
    }

    /// <summary>One; null if there is none of the number.</summary>
    public static Task<AccountRequest?> FindRequestAsync(this Change change, int id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        return change.Context.AccountRequests.AsNoTracking().Where(r => r.Id == id).Select(WithNames).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Whether something about a user waits already.</summary>
    public static async Task<bool> HasRequestAsync(this Change change, string userName, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var names = await change.Context.AccountRequests.Where(r => r.State == AccountRequestState.Pending).Select(r => r.UserName).ToListAsync(cancellation);
        return names.Contains(userName, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The numbers of those that have waited long enough.</summary>
    public static async Task<IReadOnlyList<int>> DueRequestsAsync(
        IDbContextFactory<DashboardContext> contexts, DateTimeOffset now, CancellationToken cancellation = default)
    {
        await using var context = await contexts.ReadAsync(cancellation);
        var since = now - FourEyes.Wait;
        return await context.AccountRequests.Known(context).Where(r => r.State == AccountRequestState.Pending && r.RequestedAt <= since)
            .OrderBy(r => r.Id).Select(r => r.Id).ToListAsync(cancellation);
    }

    /// <summary>
    /// Whether a security administrator was disabled since a request was made, or within the time of waiting before it; also one who was
    /// enabled again: he may have been kept from refusing it. Whoever is to be enabled by it does not count.
    /// </summary>
    public static Task<bool> WasSecurityDisabledAsync(this Change change, AccountRequest request, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(request);
        var (context, since) = (change.Context, request.RequestedAt - FourEyes.Wait);
        var except = request.Kind == AccountRequestKind.Enable ? request.User : null;
        return context.Users.AnyAsync(
            u => u.Role == Role.Security && !u.IsPersona && u.Id != except
                && (u.DisabledAt >= since || context.AuditEvents.Any(e => e.Action == "user.disable" && e.At >= since && e.Subject == "user " + u.UserName)),
            cancellation);
    }

    /// <summary>Ends what waits about somebody whose personal data are erased, and takes them out of what was asked for about him.</summary>
    /// <param name="change">Under the lock of the users.</param>
    /// <param name="user">Who.</param>
    /// <param name="erased">What he is called from now on; the database knows it too.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The requests that have ended.</returns>
    public static async Task<IReadOnlyList<AccountRequest>> ForgetRequestsAsync(
        this Change change, User user, string erased, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(user);
        var waiting = await change.Context.AccountRequests.Where(r => r.UserId == user.Id && r.State == AccountRequestState.Pending).ToListAsync(cancellation);
        foreach (var request in waiting) (request.State, request.DecidedAt) = (AccountRequestState.Void, change.Now);
        await change.SaveAsync(cancellation);
        // Also those to enter him that came to nothing.
        var came = await change.Context.AccountRequests.Where(r => r.UserId == null && r.State != AccountRequestState.Pending)
            .Select(r => new { r.Id, r.UserName }).ToListAsync(cancellation);
        var (id, his) = (user.Id, came.Where(r => string.Equals(r.UserName, user.UserName, StringComparison.OrdinalIgnoreCase)).Select(r => r.Id).ToList());
        await change.Context.AccountRequests.Where(r => r.UserId == id || his.Contains(r.Id))
            .ExecuteUpdateAsync(r => r.SetProperty(x => x.DisplayName, erased).SetProperty(x => x.Email, (string?)null), cancellation);
        var ended = waiting.ConvertAll(r => r.Id);
        return await change.Context.AccountRequests.AsNoTracking().Where(r => ended.Contains(r.Id)).OrderBy(r => r.Id).Select(WithNames).ToListAsync(cancellation);
    }

    /// <summary>Takes a request down.</summary>
    /// <param name="change">Whose actor asks.</param>
    /// <param name="kind">What is asked for.</param>
    /// <param name="user">Whom it is about; with the name, role and department that he is to have.</param>
    /// <param name="isNew">Whether he is yet to be entered.</param>
    /// <param name="asker">Who asks.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<AccountRequest> AddRequestAsync(
        this Change change, AccountRequestKind kind, User user, bool isNew, User asker, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(user);
        ArgumentNullException.ThrowIfNull(asker);
        var entity = new AccountRequestEntity
        {
            Kind = kind,
            UserId = isNew ? null : user.Id,
            UserName = user.UserName!,
            DisplayName = user.DisplayName,
            Role = user.Role,
            DepartmentCode = user.DepartmentCode,
            Email = user.Email,
            RequestedBy = asker.Id,
            RequestedAt = change.Now,
            State = AccountRequestState.Pending,
        };
        change.Context.Add(entity);
        await change.SaveAsync(cancellation);
        return new(
            entity.Id, kind, entity.UserId, entity.UserName, entity.DisplayName, entity.Role, entity.DepartmentCode, entity.Email,
            new(asker.Id, asker.DisplayName), entity.RequestedAt, entity.State);
    }

    /// <summary>Notes what became of a request.</summary>
    /// <param name="change">When.</param>
    /// <param name="id">Which.</param>
    /// <param name="state">What.</param>
    /// <param name="by">Who decided; null where its time had come, or it cannot be done any more.</param>
    /// <param name="user">Whom it has entered; null if nobody.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task DecideRequestAsync(
        this Change change, int id, AccountRequestState state, Guid? by, Guid? user, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var entity = await change.Context.AccountRequests.SingleAsync(r => r.Id == id, cancellation);
        (entity.State, entity.DecidedBy, entity.DecidedAt) = (state, by, change.Now);
        entity.UserId ??= user;
        await change.SaveAsync(cancellation);
    }

    /// <summary>Notes that the link of a request was fetched.</summary>
    public static async Task FetchLinkAsync(this Change change, int id, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        var entity = await change.Context.AccountRequests.SingleAsync(r => r.Id == id, cancellation);
        entity.LinkAt = change.Now;
        await change.SaveAsync(cancellation);
    }
}
