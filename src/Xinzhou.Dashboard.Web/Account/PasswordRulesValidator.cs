using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Holds Identity to <see cref="PasswordRules"/> and <see cref="GuessablePasswords"/>, by whatever way a password is set; the code of an
/// error is the name of the fault.
/// </summary>
internal sealed class PasswordRulesValidator : IPasswordValidator<User>
{
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult(FaultOf(password ?? "", user) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.ToString() })
            : IdentityResult.Success);

    // The rules first: they cost nothing, and say more of what is wrong.
    private static PasswordFault? FaultOf(string password, User user) =>
        PasswordRules.Check(password, user.UserName!)
        ?? (GuessablePasswords.Contains(password, [user.UserName, user.DisplayName, user.Email]) ? PasswordFault.TooGuessable : null);
}
