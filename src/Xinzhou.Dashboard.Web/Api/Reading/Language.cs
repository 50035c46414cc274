namespace Xinzhou.Dashboard.Web.Api.Reading;

/// <summary>The language of labels and problems: Chinese, or English by <c>lang=en</c>. Data are the same in both.</summary>
public static class Language
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private static readonly CultureInfo ChineseCulture = CultureInfo.GetCultureInfo(Chinese);
    private static readonly CultureInfo EnglishCulture = CultureInfo.GetCultureInfo(English);

    public static bool IsEnglish(HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return string.Equals(request.Query[Parameters.Lang.Name], English, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Makes texts be found in a language until the scope is left.</summary>
    public static Scope Use(bool english)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = english ? EnglishCulture : ChineseCulture;
        return new(before);
    }

    /// <summary>Puts the language back that was there before.</summary>
    public readonly struct Scope(CultureInfo before) : IDisposable
    {
        public void Dispose() => CultureInfo.CurrentUICulture = before;
    }
}
