using Xinzhou.Dashboard.Web.Account;

namespace Xinzhou.Dashboard.Web.Commands;

/// <summary>Disables a user, or enables him again.</summary>
internal sealed class UserDisableCommand(SharedOptions shared, string name, string description, bool disabled) : UserActCommand(name, description, shared)
{
    protected override string Done => disabled ? "disabled" : "enabled";

    protected override Task<AccountFault?> ActAsync(UserAccounts accounts, Guid user, CancellationToken cancellation) =>
        accounts.SetDisabledAsync("command", user, disabled, cancellation);
}
