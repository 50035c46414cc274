using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Holds Identity to <see cref="PasswordRules"/>, and to how soon a guesser would come to a password who begins with the thirty
/// thousand most common ones, names and words of a language, and what people make of them (zxcvbn). The code of an error is the
/// name of the fault.
/// </summary>
internal sealed class PasswordRulesValidator : IPasswordValidator<User>
{
    // Of 0 to 4: more than a hundred million guesses.
    private const int LeastScore = 3;

    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult((PasswordRules.Check(password ?? "", user.UserName!) ?? Guessed(password!, user)) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.ToString() })
            : IdentityResult.Success);

    private static PasswordFault? Guessed(string password, User user) =>
        Zxcvbn.Core.EvaluatePassword(password, [user.UserName!, user.DisplayName]).Score < LeastScore ? PasswordFault.TooCommon : null;
}
