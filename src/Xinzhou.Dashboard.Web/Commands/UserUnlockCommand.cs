using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Ends the lock that failed attempts to sign in have put on a user.</summary>
internal sealed class UserUnlockCommand(SharedOptions shared)
    : UserActCommand("unlock", "Ends the lock that failed attempts to sign in have put on a user.", shared)
{
    protected override string Done => "unlocked";

    protected override Task<AccountFault?> ActAsync(UserAccounts accounts, Guid user, CancellationToken cancellation) =>
        accounts.UnlockAsync("command", user, cancellation);
}
