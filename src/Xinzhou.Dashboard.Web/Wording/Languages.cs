namespace Xinzhou.Dashboard.Web.Wording;

/// <summary>The languages of the interface. The address alone chooses (<c>lang</c>): a link shows everyone the same page.</summary>
public static class Languages
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    /// <summary>Whether the current page is shown in English.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";

    /// <summary>The code of the language of the current page, for the attribute <c>lang</c>.</summary>
    public static string Current => IsEnglish ? English : Chinese;
}
