using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Server;
using Xinzhou.Dashboard.Domain;

namespace Xinzhou.Dashboard.Web.Account.Requests;

/// <summary>
/// 双人复核: what a security administrator asks for over an account on the pages (a new user, other rights, a new password, an end to
/// second factor and passkeys, to disable or enable another security administrator) holds with the consent of another one, or by itself
/// after a day in which everybody whom it concerns knows of it. Each request is tried when it is made: what cannot be done is refused at once, and nothing of the trial is kept.
/// </summary>
/// <remarks>A persona, who exists in Development only and proves nothing, is obeyed at once: two of them would be one person.</remarks>
public sealed partial class AccountRequests(
    UserAccounts accounts, UserManager<User> users, DashboardContext access, TimeProvider time, ILogger<AccountRequests> log)
{
    /// <summary>Asks for a new user.</summary>
    public Task<AccountAnswer> CreateAsync(CurrentUser actor, string userName, UserDraft draft, CancellationToken cancellation) =>
        AskAsync(actor, AccountRequestKind.Create, null, change => accounts.CreateAsync(change, userName, draft, cancellation), cancellation);

    /// <summary>Asks for another role, department or e-mail address; another name alone holds at once.</summary>
    /// <param name="actor">Who asks.</param>
    /// <param name="id">The user.</param>
    /// <param name="draft">What is to hold.</param>
    /// <param name="seen">What held when he looked: refused if somebody changed it since. Null: whatever held.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<AccountAnswer> ChangeAsync(CurrentUser actor, Guid id, UserDraft draft, UserDraft? seen, CancellationToken cancellation) =>
        AskAsync(actor, AccountRequestKind.Change, id, change => accounts.ChangeAsync(change, id, draft, seen, cancellation), cancellation);

    /// <summary>Asks for the end of a password, and a link to choose another.</summary>
    public Task<AccountAnswer> InviteAsync(CurrentUser actor, Guid id, CancellationToken cancellation) =>
        AskAsync(actor, AccountRequestKind.Invite, id, change => accounts.InviteAsync(change, id, cancellation), cancellation);

    /// <summary>Asks for the end of somebody's second factor and passkeys.</summary>
    public Task<AccountAnswer> ResetSecondFactorAsync(CurrentUser actor, Guid id, CancellationToken cancellation) =>
        AskAsync(actor, AccountRequestKind.Reset, id, change => accounts.ResetSecondFactorAsync(change, id, cancellation), cancellation);

    /// <summary>
    /// Disables a user, or enables him again; of a security administrator it is asked for. Until that holds he can refuse it, as he can
    /// anything else: nobody takes away by himself who could object.
    /// </summary>
    public Task<AccountAnswer> SetDisabledAsync(CurrentUser actor, Guid id, bool disabled, CancellationToken cancellation) =>
        AskAsync(
            actor, disabled ? AccountRequestKind.Disable : AccountRequestKind.Enable, id,
            change => accounts.SetDisabledAsync(change, id, disabled, cancellation), cancellation);

    /// <summary>Consents to a request: it holds from now on.</summary>
    public Task<AccountFault?> ConsentAsync(CurrentUser actor, int request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return BringIntoForceAsync(actor.UserName, request, new(actor.Id, actor.DisplayName), cancellation);
    }

    /// <summary>Refuses a request.</summary>
    public Task<AccountFault?> RefuseAsync(CurrentUser actor, int request, CancellationToken cancellation) =>
        EndAsync(actor, request, AccountRequestState.Refused, "user.request.refuse", cancellation);

    /// <summary>Takes one's own request back.</summary>
    public Task<AccountFault?> WithdrawAsync(CurrentUser actor, int request, CancellationToken cancellation) =>
        EndAsync(actor, request, AccountRequestState.Withdrawn, "user.request.withdraw", cancellation);

    /// <summary>Fetches the link that one's own request has brought about; once.</summary>
    /// <returns>Its path, or why not.</returns>
    public async Task<(string? Link, AccountFault? Fault)> FetchLinkAsync(CurrentUser actor, int request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await BeginAsync(actor.UserName, cancellation);
        if (await change.FindRequestAsync(request, cancellation) is not { HasLink: true, User: { } id } held)
        {
            return (null, AccountFault.RequestDecided);
        }

        if (held.RequestedBy.Id != actor.Id)
        {
            return (null, AccountFault.RequestOwn);
        }

        // Who has a password by now got it by a later request: an old consent does not give it into other hands.
        if (await users.FindByIdAsync(id.ToString()) is not { PasswordHash: null, DisabledAt: null } user || held.DecidedAt < change.Now - FourEyes.LinkKept)
        {
            return (null, AccountFault.LinkDead);
        }

        await change.FetchLinkAsync(request, cancellation);
        change.Audit("user.link", AccountLog.SubjectOf(user), new { request });
        await change.CommitAsync(cancellation);
        return (await accounts.LinkAsync(user), null);
    }

    /// <summary>Brings into force what has waited long enough.</summary>
    /// <returns>How many requests that were.</returns>
    public async Task<int> RunAsync(IDbContextFactory<DashboardContext> contexts, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var due in await AccountRequestStore.DueRequestsAsync(contexts, time.GetUtcNow(), cancellation))
        {
            try
            {
                await BringIntoForceAsync(null, due, null, cancellation);
                count++;
            }
            catch (Exception failure) when (failure.IsDatabaseError() || failure is IOException or TimeoutException or InvalidOperationException or FormatException)
            {
                // Those behind it do not wait for it.
                LogFailed(failure, due);
            }
        }

        return count;
    }

    private async Task<AccountAnswer> AskAsync(
        CurrentUser actor, AccountRequestKind kind, Guid? id, Func<Change, Task<(User? User, AccountFault? Fault)>> carryOut, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        User wanted;
        await using (var trial = await BeginAsync(actor.UserName, cancellation))
        {
            var (asker, before) = (await users.FindByIdAsync(actor.Id.ToString()), id is { } person ? await users.FindByIdAsync(person.ToString()) : null);
            var (rights, isFree) = (RightsOf(before), IsFree(kind, before));
            // What needs nobody's consent does not wait behind what does.
            if (before is not null && !isFree && await trial.HasRequestAsync(before.UserName!, cancellation))
            {
                return AccountFault.RequestPending;
            }

            var (done, fault) = await carryOut(trial);
            if (done is null)
            {
                return fault!.Value;
            }

            if (kind == AccountRequestKind.Create && await trial.HasRequestAsync(done.UserName!, cancellation))
            {
                return AccountFault.RequestPending;
            }

            if (asker is { IsPersona: true } || isFree || (kind == AccountRequestKind.Change && RightsOf(done) == rights))
            {
                if (kind is AccountRequestKind.Disable or AccountRequestKind.Enable) await accounts.TellOfStandingAsync(trial, done, cancellation);
                await trial.CommitAsync(cancellation);
                return new(null, kind is AccountRequestKind.Create or AccountRequestKind.Invite ? await accounts.LinkAsync(done) : null, false);
            }

            wanted = done;
        }

        await using var change = await BeginAsync(actor.UserName, cancellation);
        if (await users.FindByIdAsync(actor.Id.ToString()) is not { } by || await change.HasRequestAsync(wanted.UserName!, cancellation))
        {
            return AccountFault.RequestPending;
        }

        var request = await change.AddRequestAsync(kind, wanted, isNew: id is null, by, cancellation);
        change.Audit("user.request", AccountLog.SubjectOf(wanted), FactsOf(request));
        await change.TellOfRequestAsync(request, AccountRequestState.Pending, request.RequestedBy, cancellation);
        await change.CommitAsync(cancellation);
        return new(null, null, true);
    }

    /// <summary>Carries a request out: by consent, or (nobody's) because its time has come.</summary>
    private async Task<AccountFault?> BringIntoForceAsync(string? actor, int id, Person? consents, CancellationToken cancellation)
    {
        AccountFault? fault;
        await using (var change = await BeginAsync(actor ?? ByTime, cancellation))
        {
            if (await change.FindRequestAsync(id, cancellation) is not { State: AccountRequestState.Pending } request)
            {
                return AccountFault.RequestDecided;
            }

            if (consents is not null && !FourEyes.MayConsent(consents.Id, request.RequestedBy.Id, request.User))
            {
                return AccountFault.RequestOwn;
            }

            (var user, fault) = await IsStandingAsync(change, request, consents, cancellation) ? await CarryOutAsync(change, request, cancellation) : (null, AccountFault.RequestDecided);
            if (user is not null)
            {
                await change.DecideRequestAsync(id, AccountRequestState.InForce, consents?.Id, user.Id, cancellation);
                change.Audit(consents is null ? "user.request.lapse" : "user.request.consent", AccountLog.SubjectOf(user), FactsOf(request));
                await change.TellOfRequestAsync(request with { User = user.Id }, AccountRequestState.InForce, consents, cancellation);
                await change.CommitAsync(cancellation);
                return null;
            }
        }

        await VoidAsync(actor ?? ByTime, id, fault!.Value, cancellation);
        return fault;
    }

    // What is not called in question for a day holds in the name of nobody: the events name who asked.
    private const string ByTime = "schedule";

    /// <summary>
    /// Whoever asked must still keep users when his request comes to hold by itself, and nobody may have been kept from refusing it: else
    /// one could disable the others, ask, and wait.
    /// </summary>
    private async Task<bool> IsStandingAsync(Change change, AccountRequest request, Person? consents, CancellationToken cancellation) =>
        consents is not null
        || (await users.FindByIdAsync(request.RequestedBy.Id.ToString()) is { Role: Role.Security, DisabledAt: null }
            && !await change.WasSecurityDisabledAsync(request, cancellation));

    private Task<(User? User, AccountFault? Fault)> CarryOutAsync(Change change, AccountRequest request, CancellationToken cancellation)
    {
        var draft = new UserDraft(request.DisplayName, request.Role, request.DepartmentCode, request.Email);
        return (request.Kind, request.User) switch
        {
            (AccountRequestKind.Create, _) => accounts.CreateAsync(change, request.UserName, draft, cancellation),
            (AccountRequestKind.Change, { } id) => accounts.ChangeAsync(change, id, draft, null, cancellation),
            (AccountRequestKind.Invite, { } id) => accounts.InviteAsync(change, id, cancellation),
            (AccountRequestKind.Reset, { } id) => accounts.ResetSecondFactorAsync(change, id, cancellation),
            (AccountRequestKind.Disable or AccountRequestKind.Enable, { } id) =>
                accounts.SetDisabledAsync(change, id, request.Kind == AccountRequestKind.Disable, cancellation),
            _ => throw new InvalidOperationException($"The request {request.Id} is about nobody."),
        };
    }

    /// <summary>Ends a request that cannot be carried out any more: the user has been changed since, or whoever asked.</summary>
    private async Task VoidAsync(string actor, int id, AccountFault fault, CancellationToken cancellation)
    {
        await using var change = await BeginAsync(actor, cancellation);
        if (await change.FindRequestAsync(id, cancellation) is not { State: AccountRequestState.Pending } request)
        {
            return;
        }

        await change.DecideRequestAsync(id, AccountRequestState.Void, null, null, cancellation);
        change.Audit("user.request.void", SubjectOf(request), new { request = id, fault });
        await change.TellOfRequestAsync(request, AccountRequestState.Void, null, cancellation);
        await change.CommitAsync(cancellation);
    }

    private async Task<AccountFault?> EndAsync(CurrentUser actor, int id, AccountRequestState state, string action, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var change = await BeginAsync(actor.UserName, cancellation);
        if (await change.FindRequestAsync(id, cancellation) is not { State: AccountRequestState.Pending } request)
        {
            return AccountFault.RequestDecided;
        }

        if (FourEyes.MayRefuse(actor.Id, request.RequestedBy.Id) != (state == AccountRequestState.Refused))
        {
            return AccountFault.RequestOwn;
        }

        await change.DecideRequestAsync(id, state, actor.Id, null, cancellation);
        change.Audit(action, SubjectOf(request), FactsOf(request));
        await change.TellOfRequestAsync(request, state, new(actor.Id, actor.DisplayName), cancellation);
        await change.CommitAsync(cancellation);
        return null;
    }

    private Task<Change> BeginAsync(string actor, CancellationToken cancellation) =>
        Change.BeginAsync(access, actor, time, ChangeLock.Users, cancellation);

    private static string SubjectOf(AccountRequest request) => $"user {request.UserName}";

    private static object FactsOf(AccountRequest request) => new
    {
        request = request.Id,
        kind = Code.Of(request.Kind),
        displayName = request.DisplayName,
        role = Code.Of(request.Role),
        department = request.DepartmentCode,
        email = request.Email,
        requestedBy = request.RequestedBy.Name,
    };

    [LoggerMessage(LogLevel.Warning, "Request {Request} over an account could not be brought into force; it is tried again in a minute")]
    private partial void LogFailed(Exception failure, int request);

    /// <summary>Whether it is to disable or enable somebody who decides nothing here, or who stands so already.</summary>
    private static bool IsFree(AccountRequestKind kind, User? user) => kind switch
    {
        AccountRequestKind.Disable => user is null || !FourEyes.IsForStanding(user.Role, user.IsPersona) || user.DisabledAt is not null,
        AccountRequestKind.Enable => user is null || !FourEyes.IsForStanding(user.Role, user.IsPersona) || user.DisabledAt is null,
        _ => false,
    };

    /// <summary>What gives somebody rights, and ways in.</summary>
    private static (Role Role, string? Department, string? Email)? RightsOf(User? user) =>
        user is null ? null : (user.Role, user.DepartmentCode, user.Email);
}
