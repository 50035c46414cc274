using System.Text.RegularExpressions;
using Zxcvbn;

namespace Xinzhou.Dashboard.Web.Account;

/// <summary>
/// What a program that guesses would try early, by zxcvbn (Wheeler 2016): the 30,000 commonest passwords, words of English and of film,
/// first names and surnames, dates, rows of the keyboard, runs and repetitions, signs for letters, and whatever is put together of them. Beside
/// it the words that are to be expected in this house (<see cref="PasswordRules.ExpectedWords"/>), and what is known of the person.
/// </summary>
public static partial class GuessablePasswords
{
    /// <summary>
    /// More letters are not looked at: what the worst ones cost grows faster than their number (48: some 20 ms, 128: 300 ms), and what is hard to
    /// guess by its first ones is so as a whole.
    /// </summary>
    public const int MaxLooked = 48;

    // Of 4: some 10^10 guesses at least. What zxcvbn calls safely unguessable is 3 and 4.
    private const int LeastScore = 3;

    private const int LeastWord = 3;

    // Its lists are read when it is first asked, and held.
    private static readonly Lazy<Zxcvbn.Zxcvbn> Guesses = new(() => new(Translation.English));

    /// <summary>Whether a password is guessed early.</summary>
    /// <param name="password">The password.</param>
    /// <param name="known">What is known of its owner: how he signs in, what he is called, his address.</param>
    public static bool Contains(string password, IEnumerable<string?> known)
    {
        ArgumentNullException.ThrowIfNull(password);
        ArgumentNullException.ThrowIfNull(known);
        var expected = known.SelectMany(k => Words().Split(k ?? "").Append(k ?? "")).Concat(PasswordRules.ExpectedWords)
            .Select(word => word.ToLowerInvariant()).Where(word => word.Length >= LeastWord).Distinct();
        var looked = password.Length > MaxLooked ? password[..MaxLooked] : password;
        // It is older than these years, and takes the ones it knows for guessed at once.
        return Guesses.Value.EvaluatePassword(LaterYears().Replace(looked, "2019"), expected).Score < LeastScore;
    }

    [GeneratedRegex(@"[^\p{L}]+")]
    private static partial Regex Words();

    [GeneratedRegex("20[2-4][0-9]")]
    private static partial Regex LaterYears();
}
