using Microsoft.AspNetCore.Identity;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>The words for <see cref="AccountFault"/>, to be read through IStringLocalizer, and how Identity's errors map to it.</summary>
public sealed class AccountFaults
{
    /// <summary>The first fault of a result of Identity; null when it succeeded.</summary>
    internal static AccountFault? Of(IdentityResult result) => result.Succeeded ? null : result.Errors.First().Code switch
    {
        nameof(IdentityErrorDescriber.DuplicateUserName) => AccountFault.UserNameTaken,
        nameof(IdentityErrorDescriber.InvalidUserName) => AccountFault.UserNameInvalid,
        nameof(IdentityErrorDescriber.InvalidToken) => AccountFault.LinkDead,
        nameof(IdentityErrorDescriber.PasswordMismatch) => AccountFault.PasswordWrong,
        nameof(IdentityErrorDescriber.ConcurrencyFailure) => AccountFault.ChangedMeanwhile,
        var code when Enum.TryParse<AccountFault>(code, out var fault) => fault,
        var code => throw new InvalidOperationException($"Identity refused with “{code}”, which has no words."),
    };
}
