using Xinzhou.Dashboard.Data.Access;
using Xinzhou.Dashboard.Data.Model;
using Xinzhou.Dashboard.Data.Model.Access;
using Xinzhou.Dashboard.Web.Account.Passkeys;
using Xinzhou.Dashboard.Web.Account.SignIn;

namespace Xinzhou.Dashboard.Web.Account.Confirmation;

/// <summary>
/// Asks somebody who is signed in to prove anew that it is he, before he changes what he signs in by or keeps the accounts of others.
/// That he has, and when, is kept with his session on the server; it is fresh for <see cref="Sessions.Fresh"/>.
/// </summary>
public sealed class IdentityConfirmation(PasswordProof passwords, PasskeyProof passkeys, DashboardContext access, TimeProvider time)
{
    /// <summary>The page on which he does so.</summary>
    public const string Path = "/account/confirm";

    /// <summary>The name of the parameter that says where he is afterwards.</summary>
    public const string ReturnName = "returnUrl";

    /// <summary>By the password.</summary>
    /// <param name="user">Who.</param>
    /// <param name="session">His session.</param>
    /// <param name="password">What he typed.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> ByPasswordAsync(User user, Guid session, string password, string address, CancellationToken cancellation) =>
        await NotedAsync(await passwords.ProveAsync(user, password, address, cancellation), user, session, "password", cancellation);

    /// <summary>By a passkey.</summary>
    /// <param name="user">Who.</param>
    /// <param name="session">His session.</param>
    /// <param name="credential">What his device has signed; it serves once.</param>
    /// <param name="address">Where it comes from.</param>
    /// <param name="cancellation">Cancels.</param>
    public async Task<SignInAnswer> ByPasskeyAsync(User user, Guid session, string credential, string address, CancellationToken cancellation) =>
        await NotedAsync(await passkeys.ProveAsync(user, credential, address, cancellation), user, session, "passkey", cancellation);

    private async Task<SignInAnswer> NotedAsync(SignInAnswer answer, User user, Guid session, string by, CancellationToken cancellation)
    {
        if (answer.Outcome != SignInOutcome.Done)
        {
            return answer;
        }

        await using var transaction = await access.Database.BeginTransactionAsync(cancellation);
        var now = time.GetUtcNow();
        await access.ConfirmSessionAsync(session, now, cancellation);
        await access.AuditAsync(now, user.UserName!, "session.confirm", user, new { by }, cancellation);
        await transaction.CommitAsync(cancellation);
        return answer;
    }
}
