
namespace Xinzhou.Dashboard.Domain.Organisation;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    /// <summary>Fewer than <see cref="PasswordRules.LeastLength"/> characters.</summary>
    TooShort,

    /// <summary>More than <see cref="PasswordRules.GreatestLength"/> characters.</summary>
    TooLong,

    /// <summary>Fewer than three of: capital letters, small letters, digits, other characters.</summary>
    TooUniform,

    /// <summary>It contains the user name.</summary>
    ContainsUserName,

    /// <summary>Little is left of it without words and runs that everybody tries first.</summary>
    TooCommon,

    /// <summary>It is put together of what programs that guess try early: passwords of others, words, names, dates, rows of keys.</summary>
    TooGuessable,
}
