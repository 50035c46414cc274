using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Domain.Text;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>The words for <see cref="AccountFault"/>, to be read through IStringLocalizer, and how Identity's errors map to it.</summary>
public sealed class AccountFaults
{
    /// <summary>The greatest length of a sign-in name and of the name people know somebody by.</summary>
    public const int MaxNameLength = 100;

    // What the log calls the program itself, and whom nobody knows.
    private static readonly string[] Reserved = ["schedule", "calendar", "command", "setup", "unknown"];

    /// <summary>Whether a sign-in name would look in the log like the program itself: nobody is entered by it.</summary>
    /// <param name="userName">What he is to sign in with.</param>
    internal static bool IsReserved(string userName) => Reserved.Contains(userName.Trim(), StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with the names of a user; null if nothing is. Whether the sign-in name is free and well formed, Identity says.</summary>
    /// <param name="userName">What he signs in with.</param>
    /// <param name="displayName">What people know him by.</param>
    internal static AccountFault? OfNames(string userName, string displayName) =>
        string.IsNullOrWhiteSpace(userName) ? AccountFault.UserNameInvalid
        : string.IsNullOrWhiteSpace(displayName) ? AccountFault.DisplayNameMissing
        : userName.Trim().Length > MaxNameLength || displayName.Trim().Length > MaxNameLength ? AccountFault.NameTooLong
        : displayName.Trim() == UserErasure.Erased ? AccountFault.DisplayNameMissing
        : NameText.HiddenIn(displayName.Trim()) is not null ? AccountFault.DisplayNameHidden
        : null;

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
