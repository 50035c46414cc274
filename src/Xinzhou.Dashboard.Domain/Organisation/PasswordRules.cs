
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>
/// What a password must be: long, of three kinds of characters (as the classified protection of level 3, 等保三级, is
/// assessed), without the user name, and more than a common word with decoration.
/// </summary>
public static class PasswordRules
{
    /// <summary>The least number of characters.</summary>
    public const int LeastLength = 12;

    /// <summary>The greatest number of characters: hashing must not be made expensive from outside.</summary>
    public const int GreatestLength = 128;

    private const int LeastKinds = 3;

    // So many characters must be left when everything common is taken away.
    private const int LeastOwn = 6;

    /// <summary>Words, in small letters, that are to be expected in passwords of this house: of the lists that everybody has, in pinyin, its own.</summary>
    public static IReadOnlyList<string> ExpectedWords => CommonPasswords.All;

    /// <summary>Why a password is refused; null when it is accepted.</summary>
    /// <param name="password">The password.</param>
    /// <param name="userName">The name it goes with.</param>
    public static PasswordFault? Check(string password, string userName)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentException.ThrowIfNullOrEmpty(userName);
        return password switch
        {
            { Length: < LeastLength } => PasswordFault.TooShort,
            { Length: > GreatestLength } => PasswordFault.TooLong,
            _ when password.Contains(userName, StringComparison.OrdinalIgnoreCase) => PasswordFault.ContainsUserName,
            _ when Kinds(password) < LeastKinds => PasswordFault.TooUniform,
            _ when Own(password) < LeastOwn => PasswordFault.TooCommon,
            _ => null,
        };
    }

    private static int Kinds(string password) =>
        new[] { password.Any(char.IsUpper), password.Any(char.IsLower), password.Any(char.IsDigit), password.Any(c => !char.IsLetterOrDigit(c) || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.OtherLetter) }
            .Count(there => there);

    private static int Own(string password) => CommonPasswords.Own(password).Distinct().Count();
}
