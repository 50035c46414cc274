using Microsoft.EntityFrameworkCore;
using Xinzhou.Dashboard.Data.Changes;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Data.Model.Messages;
using Xinzhou.Dashboard.Domain;
using Xinzhou.Dashboard.Domain.Messages;
using Xinzhou.Dashboard.Domain.Organisation;

namespace Xinzhou.Dashboard.Data.Access;

/// <summary>Tells people what happens to their accounts: whoever changes what somebody signs in by cannot do so unseen.</summary>
public static class AccountMessages
{
    /// <summary>Leaves a message with somebody that what he signs in by was changed.</summary>
    /// <param name="context">The context; the message is saved with what is told of.</param>
    /// <param name="user">Whose.</param>
    /// <param name="act">What, as the audit log calls it: <c>passkey.add</c>.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task TellOfCredentialAsync(
        this DashboardContext context, Guid user, string act, DateTimeOffset now, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Add(new MessageEntity { UserId = user, At = now, Kind = MessageKind.CredentialChanged, Details = new() { Act = act } });
        await context.SaveChangesAsync(cancellation);
    }

    /// <summary>
    /// Leaves a message about a request with whom it is about, with whoever asked, and with the security administrators; not with who
    /// has just done it.
    /// </summary>
    /// <param name="change">In which it happens; it saves the messages.</param>
    /// <param name="request">The request.</param>
    /// <param name="state">What has become of it.</param>
    /// <param name="by">Who has done it; null where its time had come.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task TellOfRequestAsync(
        this Change change, AccountRequest request, AccountRequestState state, Person? by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(request);
        var (subject, doer, holds) = (request.User, by?.Id, state == AccountRequestState.InForce);
        // Whoever is disabled by it finds it when he is enabled again.
        var people = await change.Context.Users
            .Where(u => u.Id != doer
                && ((u.DisabledAt == null && (u.Role == Role.Security || u.Id == subject || u.Id == request.RequestedBy.Id)) || (holds && u.Id == subject)))
            .Select(u => u.Id).ToListAsync(cancellation);
        var kind = state == AccountRequestState.Pending ? MessageKind.AccountRequested : MessageKind.AccountDecided;
        change.Context.AddRange(people.Select(person => new MessageEntity
        {
            UserId = person,
            At = change.Now,
            Kind = kind,
            Details = new() { By = by?.Name, Person = request.DisplayName, Act = $"{Code.Of(request.Kind)}.{Code.Of(state)}" },
        }));
    }

    /// <summary>
    /// Leaves a message that somebody was disabled or enabled with the security administrators and with himself; not with who has just
    /// done it.
    /// </summary>
    /// <param name="change">In which it happens; it saves the messages.</param>
    /// <param name="user">Who was.</param>
    /// <param name="act"><c>disable</c> or <c>enable</c>.</param>
    /// <param name="by">Who has done it; null for the command line.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task TellOfStandingAsync(this Change change, User user, string act, Person? by, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(user);
        var (subject, doer) = (user.Id, by?.Id);
        // Whoever is disabled finds it when he is enabled again: that he was kept out.
        var people = await change.Context.Users
            .Where(u => u.Id != doer && (u.Id == subject || (u.Role == Role.Security && u.DisabledAt == null)))
            .Select(u => u.Id).ToListAsync(cancellation);
        change.Context.AddRange(people.Select(person => new MessageEntity
        {
            UserId = person,
            At = change.Now,
            Kind = MessageKind.AccountDecided,
            Details = new() { By = by?.Name, Person = user.DisplayName, Act = act },
        }));
    }
}
