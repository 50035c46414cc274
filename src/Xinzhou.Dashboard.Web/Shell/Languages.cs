using System.Globalization;

namespace Xinzhou.Dashboard.Web.Shell;

/// <summary>The languages of the interface. The address alone chooses (<c>lang</c>): a link shows everyone the same page.</summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Whether the current page is shown in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The code of the language of the current page, for the attribute <c>lang</c>.</summary>
    public static string Current => IsEnglish ? English : Chinese;

    /// <summary>From here on speaks the language of an address. In a circuit nothing else says which one it is.</summary>
    internal static void Speak(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        var asked = query < 0 ? null : Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(address[query..].Split('#')[0])[Address.LanguageName].ToString();
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(asked == English ? English : Chinese);
    }
}
