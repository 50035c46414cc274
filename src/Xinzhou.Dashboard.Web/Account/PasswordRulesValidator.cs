using Microsoft.AspNetCore.Identity;
using Xinzhou.Dashboard.Data.Model.Access;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// Holds Identity to <see cref="PasswordRules"/>, and to how soon a guesser would come to a password who begins with the most
/// common ones by the ten thousand, names and words of a language, and what people make of them (zxcvbn). The code of an error is the
/// name of the fault.
/// </summary>
public sealed class PasswordRulesValidator : IPasswordValidator<User>
{
    // Of 0 to 4: more than ten thousand million guesses.
    private const int LeastScore = 3;

    /// <summary>Refuses a password that is a fault (<see cref="PasswordFault"/>).</summary>
    public Task<IdentityResult> ValidateAsync(UserManager<User> manager, User user, string? password) =>
        Task.FromResult((PasswordRules.Check(password ?? "", user.UserName!) ?? Guessed(password!, user)) is { } fault
            ? IdentityResult.Failed(new IdentityError { Code = fault.ToString(), Description = fault.ToString() })
            : IdentityResult.Success);

    private static PasswordFault? Guessed(string password, User user) =>
        Zxcvbn.Zxcvbn.MatchPassword(password, [user.UserName!, user.DisplayName]).Score < LeastScore ? PasswordFault.TooCommon : null;
}
